package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.Jdk;
import dev.mcphotfix.testapp.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command on the file of a real client, which then refreshes without the agent. */
class RepairIT {

  private static final String JDKS = "dev.mcphotfix.testapp.world.InstalledJdks#thorough";
  private static final String NEWEST = "dev.mcphotfix.testapp.world.InstalledJdks#newest";

  @TempDir private Path temporary;

  @ParameterizedTest
  @MethodSource(JDKS)
  void letsTheClientRefreshWithoutTheAgent(Jdk jdk) throws Exception {
    try (World world = World.start(Host.REPORT)) {
      world.login();
      world.authorizationServer().expireAccessTokens();
      String saved = world.credentials();
      assertThat(world.run("connect")).startsWith("Failed to reconnect to example-server");

      assertThat(repair(world, jdk).exitCode()).isEqualTo(1);
      assertThat(world.credentials()).isEqualTo(saved);

      ChildResult written = repair(world, jdk, "--write");
      assertThat(written.exitCode()).isZero();
      assertThat(written.stdout()).contains("reason=record-patched");
      assertThat(written.stderr()).isEmpty();
      assertThat(world.credentials()).containsOnlyOnce(World.CLIENT_ID);

      assertThat(world.run("connect")).contains("Reconnected to example-server", "echo: hello");
      assertThat(world.credentials()).containsOnlyOnce(World.CLIENT_ID);
    }
  }

  @ParameterizedTest
  @MethodSource(NEWEST)
  void undoesTheExactBytesAndNothingThatIsNewer(Jdk jdk) throws Exception {
    try (World world = World.start(Host.REPORT)) {
      world.login();
      String saved = world.credentials();
      repair(world, jdk, "--write");

      ChildResult undo = repair(world, jdk, "--undo");
      assertThat(undo.exitCode()).isZero();
      assertThat(world.credentials()).isEqualTo(saved);

      repair(world, jdk, "--write");
      world.authorizationServer().expireAccessTokens();
      world.run("connect");
      String refreshed = world.credentials();

      ChildResult late = repair(world, jdk, "--undo");
      assertThat(late.exitCode()).isEqualTo(2);
      assertThat(late.stderr()).contains("changed since the repair");
      assertThat(world.credentials()).isEqualTo(refreshed);
    }
  }

  @ParameterizedTest
  @MethodSource(NEWEST)
  void healsAFileWhoseNameIsLikeOneOfWindows(Jdk jdk) throws Exception {
    try (World world = World.start(Host.REPORT)) {
      world.login();
      Path folder = Files.createDirectories(temporary.resolve("C:\\Users\\my name"));
      Path file = folder.resolve("my credentials, old.json");
      Files.writeString(file, world.credentials());

      ChildResult written = repair(world, jdk, file, "--write");

      assertThat(written.exitCode()).isZero();
      assertThat(file).content().containsOnlyOnce(World.CLIENT_ID);
    }
  }

  private static ChildResult repair(World world, Jdk jdk, String... options) throws Exception {
    return repair(world, jdk, Path.of(Host.REPORT.credentialFile()), options);
  }

  private static ChildResult repair(World world, Jdk jdk, Path file, String... options)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("-jar", BuiltJars.agent().toString(), "repair", "--credentials", "" + file));
    command.addAll(List.of("--config", "mcpConfig=.mcp.json"));
    command.addAll(List.of(options));
    return ChildJvm.of(world.folder(), command.toArray(String[]::new))
        .withJavaHome(jdk.home())
        .withQuickStart()
        .run();
  }
}
