package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client on the module path, whose records are of a package that its module does not export. */
class ModuleIT {

  private static final String FIELDS =
      "String serverName = \"example-server\", refreshToken = \"rt-secret\", clientId;"
          + " public String toString() { return \"clientId=\" + clientId; }";

  @TempDir private Path folder;

  static Stream<Jdk> jdks() {
    return InstalledJdks.find().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void healsWhatAModuleKeepsToItselfAndOpensItToNobodyElse(Jdk jdk) throws Exception {
    compileTheClient();
    Files.writeString(folder.resolve("mcp-hotfix.json"), configuration());
    ChildJvm client =
        ChildJvm.of(folder, "-p", "classes", "-m", "com.acme.client/com.acme.client.Main")
            .withJavaHome(jdk.home())
            .withQuickStart()
            .withClassPath(List.of(folder.resolve("empty")));

    ChildResult without = client.run();
    ChildResult with = client.withAgent(BuiltJars.agent(), "mcp-hotfix.json").run();

    assertThat(without.outputLines())
        .as(without.stderr())
        .hasSize(4)
        .filteredOn(line -> line.contains("clientId=null"))
        .hasSize(3);
    assertThat(with.outputLines())
        .isEqualTo(
            without.outputLines().stream()
                .map(line -> line.replace("clientId=null", "clientId=my-static-client"))
                .toList());
    assertThat(with.outputLines()).last().isEqualTo("open=false");
    assertThat(with.errorLines())
        .filteredOn(line -> line.contains("healed record"))
        .hasSize(3)
        .allMatch(line -> line.contains("reason=record-patched hook=keep"));
    assertThat(with.stderr()).doesNotContain("WARN", "rt-secret");
  }

  private void compileTheClient() throws Exception {
    compile(
        source("module-info", "module com.acme.client {}"),
        source(
            "Built",
            "package com.acme.client.kept; public record Built(String serverName,"
                + " String refreshToken, String clientId) {}"),
        source(
            "Settable",
            "package com.acme.client.kept; public class Settable { private "
                + FIELDS
                + " public void setClientId(String id) { clientId = id; } }"),
        source(
            "Shown", "package com.acme.client.kept; public class Shown { public " + FIELDS + " }"),
        source(
            "Store",
            "package com.acme.client.kept; public class Store {"
                + " public static Object keep(Object record) { return record; } }"),
        source(
            "Main",
            """
            package com.acme.client;

            import com.acme.client.kept.*;

            public class Main {
              public static void main(String[] arguments) {
                System.out.println(Store.keep(new Built("example-server", "rt-secret", null)));
                System.out.println(Store.keep(new Settable()));
                System.out.println(Store.keep(new Shown()));
                Module other = ClassLoader.getSystemClassLoader().getUnnamedModule();
                System.out.println(
                    "open=" + Main.class.getModule().isOpen("com.acme.client.kept", other));
              }
            }
            """));
  }

  private String source(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name + ".java"), text).toString();
  }

  private void compile(String... files) {
    List<String> arguments =
        new ArrayList<>(List.of("--release", "17", "-d", folder.resolve("classes").toString()));
    arguments.addAll(List.of(files));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).isZero();
  }

  private static String configuration() {
    return """
    { "mcpServers": { "example-server": { "url": "https://mcp.example.com/mcp",
                                          "oauth": { "clientId": "my-static-client" } } },
      "rules": [ { "name": "keep", "method": "com.acme.client.kept.Store#keep",
                   "patch": "credential", "target": "return" } ] }
    """;
  }
}
