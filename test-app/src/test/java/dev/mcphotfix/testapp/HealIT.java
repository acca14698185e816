package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.host.report.ReportHost;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import dev.mcphotfix.testapp.world.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command {@code heal} at a terminal, beside a client that runs and has the defect. */
@EnabledOnOs(OS.LINUX) // Elsewhere "script" has other options, or is not there.
class HealIT {

  private static final String QUESTION = "add the client_id? [y/N]";

  /** With {@code -Pthorough}; else none, as each scans the client anew. */
  static Stream<Jdk> thorough() {
    return InstalledJdks.thorough().stream().filter(jdk -> InstalledJdks.isThorough());
  }

  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#thorough")
  void leadsFromTheDefectToAHealedRecord(Jdk jdk) throws Exception {
    try (Broken client = Broken.start(jdk);
        Terminal terminal = client.heal()) {
      client.connectUntilAsked(terminal);
      terminal.type("y");
      terminal.await("waiting for the next refresh");
      assertThat(client.connect()).isEqualTo("Reconnected to example-server");

      assertThat(terminal.awaitEnd()).as(terminal.text()).isZero();
      assertThat(client.world.refreshRequests())
          .extracting(RecordedRequest::answer)
          .endsWith("200")
          .filteredOn("200"::equals)
          .hasSize(1);
      assertThat(client.world.credentials()).containsOnlyOnce(World.CLIENT_ID);
      assertThat(Files.readString(Path.of("..", "docs", "commands.md")))
          .contains("```text\n" + client.shown(terminal.text()) + "```");
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("thorough")
  void takesAllBackWhereThatIsNotWanted(Jdk jdk) throws Exception {
    try (Broken client = Broken.start(jdk);
        Terminal terminal = client.heal()) {
      client.connectUntilAsked(terminal);
      terminal.type("n");

      assertThat(terminal.awaitEnd()).as(terminal.text()).isEqualTo(1);
      client.checkTakenBack(terminal);
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("thorough")
  void takesAllBackAtCtrlC(Jdk jdk) throws Exception {
    try (Broken client = Broken.start(jdk);
        Terminal terminal = client.heal()) {
      terminal.await("waiting for a refresh");
      terminal.interrupt();

      assertThat(terminal.awaitEnd()).as(terminal.text()).isNotZero();
      client.checkTakenBack(terminal);
    }
  }

  /** A running client whose access token has expired; gone when closed. */
  private record Broken(Jdk jdk, World world, Process process, BufferedReader answers)
      implements AutoCloseable {

    static Broken start(Jdk jdk) throws Exception {
      World world = World.start(Host.REPORT);
      world.login();
      world.authorizationServer().expireAccessTokens();
      Files.delete(world.folder().resolve(World.AGENT_CONFIGURATION));
      Process process =
          new ProcessBuilder(
                  java(jdk),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  BuiltJars.testApplication().toString(),
                  ReportHost.class.getName(),
                  "stay")
              .directory(world.folder().toFile())
              .redirectError(world.folder().resolve("errors").toFile())
              .start();
      Broken client = new Broken(jdk, world, process, process.inputReader(UTF_8));
      assertThat(client.connect()).isEqualTo("Failed to reconnect to example-server");
      return client;
    }

    Terminal heal() throws IOException {
      return Terminal.start(
          world.folder(), List.of(java(jdk), "-jar", BuiltJars.agent().toString(), "heal", pid()));
    }

    /** The first line of what it says. */
    String connect() throws IOException {
      process.outputWriter(UTF_8).append("\n").flush();
      String line = answers.readLine();
      if (line.startsWith("Reconnected")) {
        assertThat(answers.readLine()).isEqualTo("echo: hello");
      }
      return line;
    }

    /**
     * The first refresh is enough, since its endpoint has been found when this waits; unless that
     * took too long, as it may on a machine with other work.
     */
    void connectUntilAsked(Terminal terminal) throws Exception {
      terminal.await("waiting for a refresh");
      assertThat(connect()).isEqualTo("Failed to reconnect to example-server");
      while (terminal.shows("discovery failed") && !terminal.shows(QUESTION)) {
        assertThat(connect()).isEqualTo("Failed to reconnect to example-server");
      }
      terminal.await(QUESTION);
    }

    void checkTakenBack(Terminal terminal) throws IOException {
      assertThat(terminal.text()).contains("taken back: the agent is out of " + pid());
      assertThat(world.folder().resolve(World.AGENT_CONFIGURATION)).doesNotExist();
      assertThat(connect()).isEqualTo("Failed to reconnect to example-server");
      assertThat(world.credentials()).doesNotContain(World.CLIENT_ID);
    }

    /** As in the documentation, where it is another user's, whose machine has no other work. */
    String shown(String text) {
      return text.replaceAll("   (discovery failed|one came before|one goes to) .*\n", "")
          .replace(world.folder().toString(), "/home/me/client")
          .replace(BuiltJars.testApplication().toString(), "/opt/the-client.jar")
          .replace(BuiltJars.agent().toString(), "/opt/mcp-oauth-hotfix-agent.jar")
          .replace(world.authorizationServer().issuer().toString(), "https://idp.example.com")
          .replace(pid(), "4711");
    }

    private String pid() {
      return Long.toString(process.pid());
    }

    private static String java(Jdk jdk) {
      return jdk.home().resolve("bin").resolve("java").toString();
    }

    @Override
    public void close() throws IOException {
      process.destroyForcibly().onExit().join();
      world.close();
    }
  }
}
