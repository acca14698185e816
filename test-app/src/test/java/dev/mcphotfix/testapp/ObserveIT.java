package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.World;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The host has the defect, and in observe and off mode it does byte for byte what it does without
 * the agent.
 */
class ObserveIT {

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#withoutLibraries")
  void changesNothingAndSaysWhatItWouldDo(Run run) throws Exception {
    ChildResult connect = connectsAsWithoutAgent(run, "observe");

    assertThat(connect.stderr()).containsPattern("would (add|fill) client_id");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.mcphotfix.testapp.Run#onOneJdk")
  void changesNothingWhenOff(Run run) throws Exception {
    ChildResult connect = connectsAsWithoutAgent(run, "off");

    assertThat(connect.stderr()).doesNotContain("client_id");
  }

  /** Connects without the agent and with it; fails where host, request or file differ. */
  static ChildResult connectsAsWithoutAgent(Run run, String mode) throws Exception {
    try (World world = World.start(run.host())) {
      world.login();
      String saved = world.credentials();
      world.authorizationServer().expireAccessTokens();
      ChildJvm child = world.child("connect").withJavaHome(run.jdk().home());

      ChildResult without = child.run();
      WithoutAgentIT.failsToReconnect(without, world, saved);
      ChildResult with =
          child
              .withAgent(BuiltJars.agent(), "config=" + World.AGENT_CONFIGURATION + ",mode=" + mode)
              .run();

      List<RecordedRequest> refreshes = world.refreshRequests();
      assertThat(refreshes).hasSize(2).containsOnly(refreshes.get(0));
      assertThat(with.stdout()).isEqualTo(without.stdout());
      assertThat(with.exitCode()).isEqualTo(without.exitCode());
      assertThat(world.credentials()).isEqualTo(saved);
      return with;
    }
  }
}
