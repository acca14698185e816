package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The log of a host that was healed, and the page that the packaged jar makes of it. */
class ReportIT {

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#thorough")
  void showsThatAHostIsHealed(Run run) throws Exception {
    try (World world = World.start(run.host())) {
      world.login();
      world.authorizationServer().expireAccessTokens();
      connect(world, run, "");

      ChildResult report = report(world, run);

      assertThat(report.stderr()).isEmpty();
      assertThat(report.exitCode()).isZero();
      assertThat(report.stdout())
          .contains("All is well: 1 refresh healed", "mcp-hotfix-report.html");
      assertThat(page(world))
          .contains("<b>1</b><span>healed</span>", "<b>1</b><span>records healed</span>")
          .contains("<td>example-server</td>");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#onOneJdk")
  void claimsNoHealingWhereItWasOnlyObserved(Run run) throws Exception {
    try (World world = World.start(run.host())) {
      world.login();
      world.authorizationServer().expireAccessTokens();
      connect(world, run, ",mode=observe" + known(world));

      ChildResult report = report(world, run);

      assertThat(report.stdout()).contains("Observing: 1 refresh would be healed, no problems");
      assertThat(page(world)).contains("None: healed,").doesNotContain("<span>healed</span>");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#thorough")
  void tellsTheStartsOfAHostApart(Run run) throws Exception {
    try (World world = World.start(run.host())) {
      world.login();
      connect(world, run, "");
      connect(world, run, "");

      String log = Files.readString(world.folder().resolve(Path.of("hotfix.log.json")));

      assertThat(log.lines()).allMatch(line -> line.matches(".*,\"instance\":\"[0-9a-f]{1,12}\"}"));
      assertThat(log.lines().map(line -> line.replaceFirst(".*\"instance\"", "")).distinct())
          .hasSize(2);
    }
  }

  /** Else the endpoint may be found too late for the one refresh, which is not held for it. */
  private static String known(World world) {
    return ",server=example-server,clientId=%s,tokenEndpoint=%s"
        .formatted(World.CLIENT_ID, world.authorizationServer().tokenEndpoint());
  }

  private static void connect(World world, Run run, String options) throws Exception {
    world
        .child("connect")
        .withJavaHome(run.jdk().home())
        .withAgent(
            BuiltJars.agent(), World.AGENT_CONFIGURATION + ",log=json:hotfix.log.json" + options)
        .run();
  }

  private static ChildResult report(World world, Run run) throws Exception {
    String jar = BuiltJars.agent().toString();
    return ChildJvm.of(world.folder(), "-jar", jar, "report", "hotfix.log.json")
        .withJavaHome(run.jdk().home())
        .withQuickStart()
        .run();
  }

  private static String page(World world) throws Exception {
    return Files.readString(world.folder().resolve(Path.of("mcp-hotfix-report.html")));
  }
}
