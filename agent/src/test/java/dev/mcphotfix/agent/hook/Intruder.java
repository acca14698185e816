package dev.mcphotfix.agent.hook;

import java.util.List;

/** Breaks the rules of the house, so that a test can see each of them fail. */
public final class Intruder {

  static final List<Class<?>> KNOWN =
      List.of(
          dev.mcphotfix.agent.log.Intruder.class,
          dev.mcphotfix.agent.command.Intruder.class,
          picocli.CommandLine.class,
          io.github.wasabithumb.jtoml.key.TomlKey.class,
          net.bytebuddy.ByteBuddy.class,
          org.slf4j.Logger.class,
          tools.jackson.core.JsonParser.class,
          java.net.http.HttpClient.class,
          com.sun.tools.attach.VirtualMachine.class,
          tools.jackson.databind.ObjectMapper.class,
          com.fasterxml.jackson.databind.ObjectMapper.class,
          java.nio.file.Files.class,
          java.util.logging.Logger.class,
          java.lang.management.ManagementFactory.class,
          jdk.jfr.Event.class,
          javax.management.MBeanServer.class);

  private Intruder() {}

  static Object standIn() {
    return java.lang.reflect.Proxy.newProxyInstance(
        Runnable.class.getClassLoader(), new Class<?>[] {Runnable.class}, new Unguarded());
  }

  private static final class Unguarded implements java.lang.reflect.InvocationHandler {

    @Override
    public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
      return method.getName();
    }
  }

  static void callTheHost() throws Throwable {
    Object text = String.class.getConstructor().newInstance();
    String.class.getMethod("length").invoke(text);
    java.lang.reflect.Field field = String.class.getField("CASE_INSENSITIVE_ORDER");
    field.set(text, field.get(text));
    java.lang.invoke.MethodHandles.lookup().unreflectGetter(field).invoke();
  }

  static void endTheHost() {
    System.out.println();
    Runtime.getRuntime().exit(0);
    Runtime.getRuntime().halt(0);
    System.exit(0);
  }
}
