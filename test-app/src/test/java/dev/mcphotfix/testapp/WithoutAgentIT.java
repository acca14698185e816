package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The defect itself; without it the tests with the agent would prove nothing. */
class WithoutAgentIT {

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#withoutLibraries")
  void connectsWhileTheTokenIsGood(Run run) throws Exception {
    try (World world = World.start(run.host())) {
      ChildResult login = world.child("login").withJavaHome(run.jdk().home()).run();

      assertThat(login.exitCode()).isZero();
      assertThat(login.outputLines()).containsExactly("Logged in to example-server", "echo: hello");
      assertThat(login.stderr()).doesNotContain("Exception");
      assertThat(world.credentials()).doesNotContain(World.CLIENT_ID);
    }
  }

  /**
   * Holds where a run without the agent has shown the defect. {@link ObserveIT} asks this of each
   * host, which it runs without the agent in any case.
   *
   * @param connect after the token had expired
   * @param saved the credentials from before
   */
  static void failsToReconnect(ChildResult connect, World world, String saved) throws Exception {
    assertThat(connect.exitCode()).isEqualTo(1);
    assertThat(connect.outputLines()).containsExactly("Failed to reconnect to example-server");
    assertThat(connect.stderr()).doesNotContain("Exception", "client_id");
    assertThat(world.credentials()).isEqualTo(saved);
    assertThat(world.refreshRequests())
        .extracting(RecordedRequest::answer)
        .hasSize(1)
        .containsAnyOf("400 invalid_request", "401 invalid_client");
  }
}
