package dev.mcphotfix.agent.record;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.host.ModuleAccess;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Severity;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableModuleException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of classes that are in a package which their module neither exports nor opens. */
class ModuleWallTest {

  private static final String DETAIL = "record-unreadable:com.acme.client/com.acme.client.kept";
  private static final String MEMBERS =
      "String serverName = \"example-server\", refreshToken = \"rt-secret\", clientId;"
          + " public String toString() { return \"id=\" + clientId; }";

  private final HookFixture hook = HookFixture.example();
  private final AtomicInteger opened = new AtomicInteger();
  @TempDir private Path folder;
  private ModuleLayer.@Nullable Controller controller;

  @BeforeEach
  void compileTheModule() throws IOException {
    compile(
        source("module-info", "module com.acme.client { exports com.acme.client; }"),
        source(
            "Built",
            "package com.acme.client.kept; public record Built(String serverName,"
                + " String refreshToken, String clientId) {}"),
        source(
            "Settable",
            "package com.acme.client.kept; public class Settable { private "
                + MEMBERS
                + " public void setClientId(String id) { clientId = id; } }"),
        source(
            "Shown", "package com.acme.client.kept; public class Shown { public " + MEMBERS + " }"),
        source(
            "Store",
            "package com.acme.client; import com.acme.client.kept.*; public class Store {"
                + " public static Object[] records() { return new Object[] { new Settable(),"
                + " new Shown(), new Built(\"example-server\", \"rt-secret\", null) }; } }"));
  }

  @Test
  void healsRecordsThatTheirModuleKeepsToItself() throws Exception {
    ModuleAccess.openBy(instrumentation(false));

    for (Object record : records()) {
      Object answer = hook.handle(record);
      assertThat(String.valueOf(answer == null ? record : answer)).contains(ID);
    }

    assertThat(hook.reasons()).hasSize(3).containsOnly("record-patched");
    assertThat(opened).hasValue(1);
  }

  @Test
  void warnsOnceForEachClassThatItsModuleKeepsShut() throws Exception {
    ModuleAccess.openBy(instrumentation(true));
    Object[] records = records();

    for (Object record : records) {
      hook.handle(record);
      hook.handle(record);
      assertThat(record.toString()).doesNotContain(ID);
    }

    assertThat(hook.reasons()).hasSize(6).containsOnly(DETAIL);
    assertThat(hook.entries)
        .extracting(Entry::severity)
        .containsExactly(
            Severity.WARN,
            Severity.DEBUG,
            Severity.WARN,
            Severity.DEBUG,
            Severity.WARN,
            Severity.DEBUG);
  }

  @Test
  void opensNothingThatIsOpen() throws Exception {
    ModuleAccess.openBy(instrumentation(false));

    hook.handle(new Token("example-server", "rt-secret", null));

    assertThat(hook.reasons()).containsExactly("record-patched");
    assertThat(opened).hasValue(0);
  }

  private record Token(String serverName, String refreshToken, @Nullable String clientId) {}

  private String source(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), text).toString();
  }

  private void compile(String... files) {
    List<String> arguments = new ArrayList<>(List.of("-d", classes().toString()));
    arguments.addAll(List.of(files));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).isZero();
  }

  private Path classes() {
    return folder.resolve("classes");
  }

  private Object[] records() throws ReflectiveOperationException {
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(classes()), ModuleFinder.of(), Set.of("com.acme.client"));
    ModuleLayer.Controller made =
        ModuleLayer.defineModulesWithOneLoader(
            configuration, List.of(ModuleLayer.boot()), getClass().getClassLoader());
    controller = made;
    Class<?> store = made.layer().findLoader("com.acme.client").loadClass("com.acme.client.Store");
    return (Object[]) store.getMethod("records").invoke(null);
  }

  /** Opens what the layer of the module lets be opened. */
  private Instrumentation instrumentation(boolean refusing) {
    return (Instrumentation)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> {
              if (refusing || controller == null) {
                throw new UnmodifiableModuleException();
              }
              return open(controller, method, arguments);
            });
  }

  private @Nullable Object open(
      ModuleLayer.Controller controller, Method method, Object[] arguments) {
    assertThat(method.getName()).isEqualTo("redefineModule");
    Module own = ModuleAccess.class.getModule();
    assertThat(arguments[3]).isEqualTo(Map.of("com.acme.client.kept", Set.of(own)));
    controller.addOpens((Module) arguments[0], "com.acme.client.kept", own);
    opened.incrementAndGet();
    return null;
  }
}
