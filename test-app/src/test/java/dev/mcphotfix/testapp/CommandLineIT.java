package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged jar as a command: {@code java -jar}, in a JVM of its own. */
class CommandLineIT {

  private static final String JDKS = "dev.mcphotfix.testapp.world.InstalledJdks#find";
  private static final String NEWEST = "dev.mcphotfix.testapp.world.InstalledJdks#newest";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource(NEWEST)
  void explainsItself(Jdk jdk) throws Exception {
    ChildResult help = run(jdk, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.stdout()).contains("Commands:", "Exit codes:").doesNotContain("\u001b");
    assertThat(help.stderr()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void namesTheVersionOfTheJar(Jdk jdk) throws Exception {
    ChildResult version = run(jdk, "--version");

    assertThat(version.exitCode()).isZero();
    assertThat(version.stdout())
        .containsPattern("MCP OAuth Hotfix [0-9.]+\\R")
        .contains("Java " + jdk.feature());
    assertThat(version.stderr()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(NEWEST)
  void suggestsTheNearestCommand(Jdk jdk) throws Exception {
    ChildResult typo = run(jdk, "hepl");

    assertThat(typo.exitCode()).isEqualTo(2);
    assertThat(typo.stderr()).contains("unknown command \"hepl\"").contains("agent.jar --help");
    assertThat(typo.stdout()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(NEWEST)
  void runsFromAFolderWhoseNameHasSpaces(Jdk jdk) throws Exception {
    Path copy = Files.createDirectory(folder.resolve("my tools")).resolve("the agent.jar");
    Files.copy(BuiltJars.agent(), copy);

    ChildResult version = run(jdk, copy, "--version");

    assertThat(version.exitCode()).isZero();
    assertThat(version.stdout()).contains("MCP OAuth Hotfix");
  }

  private ChildResult run(Jdk jdk, String... arguments) throws Exception {
    return run(jdk, BuiltJars.agent(), arguments);
  }

  private ChildResult run(Jdk jdk, Path jar, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return ChildJvm.of(folder, command.toArray(String[]::new))
        .withJavaHome(jdk.home())
        .withQuickStart()
        .run();
  }
}
