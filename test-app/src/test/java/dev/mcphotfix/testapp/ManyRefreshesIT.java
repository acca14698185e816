package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More than one refresh in one JVM with the agent: one after the other, and all at once. */
class ManyRefreshesIT {

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#onOneJdk")
  void areHealedOneAfterTheOther(Run run) throws Exception {
    try (World world = World.start(run.host())) {
      ChildResult result = runWithAgent(world, run, "refresh-twice");

      assertThat(result.outputLines())
          .as(result.stderr())
          .containsExactly("Refreshed example-server twice");
      assertThat(world.refreshRequests())
          .hasSize(2)
          .extracting(RecordedRequest::body)
          .allSatisfy(body -> assertThat(body).containsOnlyOnce("client_id=" + World.CLIENT_ID));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#withoutLibraries")
  void areHealedAtTenServersAtOnce(Run run) throws Exception {
    try (World world = World.start(run.host(), 10)) {
      ChildResult result = runWithAgent(world, run, "refresh-all");

      assertThat(result.outputLines())
          .as(result.stderr())
          .containsExactly("Refreshed 10 of 10 servers");
      assertThat(world.refreshRequests())
          .extracting(RecordedRequest::status)
          .hasSize(10)
          .containsOnly(200);
    }
  }

  private static ChildResult runWithAgent(World world, Run run, String command) throws Exception {
    world.login();
    world.authorizationServer().expireAccessTokens();
    return world
        .child(command)
        .withJavaHome(run.jdk().home())
        .withAgent(BuiltJars.agent(), World.AGENT_CONFIGURATION)
        .run();
  }
}
