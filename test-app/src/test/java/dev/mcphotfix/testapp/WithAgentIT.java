package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The remedy: records that were saved before the agent came are used and healed. What the hosts
 * differ in, their HTTP library and the shape of their records, is proven by {@link StackIT} and
 * {@link RecordIT}; that each is healed, with rules that nobody wrote by hand, by {@link ScanIT}.
 */
class WithAgentIT {

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#onEachJdkOrAll")
  void healsTheHostWhoseTokenHasExpired(Run run) throws Exception {
    try (World world = World.start(run.host())) {
      world.login();
      world.authorizationServer().expireAccessTokens();

      ChildResult connect =
          world
              .child("connect")
              .withJavaHome(run.jdk().home())
              .withAgent(BuiltJars.agent(), World.AGENT_CONFIGURATION)
              .run();

      reconnects(connect, world);
      saysWhatItDidButNoToken(connect, world);
      if (run.host().keepsId()) {
        healsTheRecordForTheTimeWithoutTheAgent(connect, world);
      }
    }
  }

  private static void reconnects(ChildResult connect, World world) {
    assertThat(connect.outputLines())
        .containsExactly("Reconnected to example-server", "echo: hello");
    assertThat(connect.exitCode()).isZero();
    RecordedRequest refresh = assertThat(world.refreshRequests()).singleElement().actual();
    assertThat(refresh.answer()).isEqualTo("200");
    assertThat(refresh.body()).containsOnlyOnce("client_id=" + World.CLIENT_ID);
  }

  private static void saysWhatItDidButNoToken(ChildResult connect, World world) {
    String refreshToken =
        world.refreshRequests().get(0).body().replaceAll(".*refresh_token=([^&]*).*", "$1");
    assertThat(connect.stderr())
        .containsPattern("reason=(added|filled-empty|filled-null) ")
        .contains("status=200")
        .doesNotContain(refreshToken);
  }

  private static void healsTheRecordForTheTimeWithoutTheAgent(ChildResult connect, World world)
      throws Exception {
    world.authorizationServer().expireAccessTokens();

    assertThat(connect.stderr()).contains("reason=record-patched");
    assertThat(world.run("connect")).startsWith("Reconnected to example-server");
    assertThat(world.credentials()).containsOnlyOnce(World.CLIENT_ID);
  }
}
