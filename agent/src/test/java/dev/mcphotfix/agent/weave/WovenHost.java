package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.bridge.Bridge;
import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.host.ModuleAccess;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.UUID;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A transformer in this JVM, on host classes that a loader without a parent defines. */
abstract class WovenHost {

  static final String HOST = "dev.mcphotfix.agent.weave.host.";
  static final String CLIENT = HOST + "Client";
  static final String STRING = "java.lang.String";
  static final HookHandler PATCH = call -> call.value() + "!";
  static final HookHandler LEAVE = call -> null;

  static Instrumentation instrumentation;

  final TestCatalogue catalogue = new TestCatalogue();
  @Nullable HookTransformer transformer;
  URLClassLoader host;

  @BeforeAll
  static void attach() {
    instrumentation = ByteBuddyAgent.install();
    ModuleAccess.openBy(instrumentation);
  }

  @BeforeEach
  void openHost() {
    host = new URLClassLoader("host-" + UUID.randomUUID(), new URL[] {classes()}, null);
  }

  static URL classes() {
    URL classes = Bridge.class.getClassLoader().getResource(HOST.replace('.', '/'));
    String root = classes.toString().replace(HOST.replace('.', '/'), "");
    try {
      return new URL(root);
    } catch (java.net.MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void removeHooks() throws Exception {
    if (transformer != null) {
      instrumentation.removeTransformer(transformer);
    }
    Bridge.connect(null);
    host.close();
  }

  final void install(TestCatalogue rules) throws Exception {
    transformer = rules.transformer();
    Bridge.connect(rules.dispatcher);
    instrumentation.addTransformer(transformer, true);
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      // Those that earlier tests have left behind would be woven again by each.
      if (type.getClassLoader() == host && transformer.test(type)) {
        instrumentation.retransformClasses(type);
      }
    }
  }

  final Object client() throws Exception {
    return create("Client");
  }

  final Object create(String simpleName) throws Exception {
    return host.loadClass(HOST + simpleName).getDeclaredConstructor().newInstance();
  }

  static Object call(Object target, String name, Object... arguments) throws Exception {
    for (Method method : target.getClass().getMethods()) {
      if (method.getName().equals(name)
          && method.getParameterCount() == arguments.length
          && !method.isBridge()) {
        try {
          return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
          throw (Exception) e.getCause();
        }
      }
    }
    throw new NoSuchMethodException(name);
  }
}
