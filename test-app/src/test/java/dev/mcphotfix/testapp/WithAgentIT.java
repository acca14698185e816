package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.World;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The remedy: records that were saved before the agent came are used and healed. */
class WithAgentIT {
  private static final String CLIENT_ID = "client_id=" + World.CLIENT_ID;

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#all")
  void reconnectsOnceTheTokenHasExpired(Run run) throws Exception {
    try (World world = loggedInAndExpired(World.start(run.host()))) {
      ChildResult connect = runWithAgent(world, run, "connect");

      assertThat(connect.outputLines())
          .containsExactly("Reconnected to example-server", "echo: hello");
      assertThat(connect.exitCode()).isZero();
      assertThat(world.refreshRequests())
          .singleElement()
          .satisfies(request -> assertThat(request.answer()).isEqualTo("200"))
          .satisfies(request -> assertThat(request.body()).containsOnlyOnce(CLIENT_ID));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#keepingTheId")
  void healsTheRecordForTheTimeWithoutTheAgent(Run run) throws Exception {
    try (World world = loggedInAndExpired(World.start(run.host()))) {
      ChildResult healing = runWithAgent(world, run, "connect");
      world.authorizationServer().expireAccessTokens();

      ChildResult connect = world.child("connect").withJavaHome(run.jdk().home()).run();

      assertThat(healing.stderr()).contains("reason=record-patched");
      assertThat(connect.exitCode()).isZero();
      assertThat(world.credentials()).containsOnlyOnce(World.CLIENT_ID);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#withoutLibraries")
  void saysWhatItDidButNoToken(Run run) throws Exception {
    try (World world = loggedInAndExpired(World.start(run.host()))) {
      ChildResult connect = runWithAgent(world, run, "connect");

      String refreshToken =
          world.refreshRequests().get(0).body().replaceAll(".*refresh_token=([^&]*).*", "$1");
      assertThat(connect.stderr())
          .containsPattern("reason=(added|filled-empty|filled-null) ")
          .contains("status=200")
          .doesNotContain(refreshToken);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#withoutLibraries")
  void refreshesTwiceInOneJvm(Run run) throws Exception {
    try (World world = loggedInAndExpired(World.start(run.host()))) {
      ChildResult result = runWithAgent(world, run, "refresh-twice");

      assertThat(result.outputLines()).containsExactly("Refreshed example-server twice");
      assertThat(world.refreshRequests())
          .hasSize(2)
          .allSatisfy(request -> assertThat(request.body()).containsOnlyOnce(CLIENT_ID));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#withoutLibraries")
  void refreshesTenServersAtOnce(Run run) throws Exception {
    try (World world = loggedInAndExpired(World.start(run.host(), 10))) {
      ChildResult result = runWithAgent(world, run, "refresh-all");

      assertThat(result.outputLines()).containsExactly("Refreshed 10 of 10 servers");
      List<RecordedRequest> refreshes = world.refreshRequests();
      assertThat(refreshes).extracting(RecordedRequest::status).hasSize(10).containsOnly(200);
    }
  }

  private static World loggedInAndExpired(World world) throws Exception {
    world.login();
    world.authorizationServer().expireAccessTokens();
    return world;
  }

  private static ChildResult runWithAgent(World world, Run run, String command) throws Exception {
    return world
        .child(command)
        .withJavaHome(run.jdk().home())
        .withAgent(BuiltJars.agent(), World.AGENT_CONFIGURATION)
        .run();
  }
}
