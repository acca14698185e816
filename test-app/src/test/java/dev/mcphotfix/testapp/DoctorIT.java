package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.Jdk;
import dev.mcphotfix.testapp.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The doctor at a real MCP server and a strict authorization server. */
class DoctorIT {

  private static final String JDKS = "dev.mcphotfix.testapp.world.InstalledJdks#thorough";
  private static final String NEWEST = "dev.mcphotfix.testapp.world.InstalledJdks#newest";

  @ParameterizedTest
  @MethodSource(NEWEST)
  void walksFromTheServerToItsTokenEndpoint(Jdk jdk) throws Exception {
    try (World world = loggedIn()) {
      ChildResult doctor = doctor(world, jdk);

      assertThat(doctor.exitCode()).isEqualTo(1);
      assertThat(doctor.stdout())
          .contains("has no client id; this is the defect")
          .containsPattern("ok       example-server: challenge .*resource_metadata=")
          .containsPattern("ok       example-server: protected-resource .*authorization_servers=")
          .containsPattern("ok       example-server: authorization-server .*token_endpoint=")
          .containsPattern("ok       example-server: the token endpoint is http://")
          .containsPattern("reached; it answered status \\d+ to OPTIONS");
      assertThat(doctor.stderr()).isEmpty();
      assertThat(world.refreshRequests()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource(NEWEST)
  void sendsNothingUnlessSomebodyAgrees(Jdk jdk) throws Exception {
    try (World world = loggedIn()) {
      ChildResult doctor = doctor(world, jdk, "--probe");

      assertThat(doctor.exitCode()).isEqualTo(2);
      assertThat(doctor.stderr()).contains("no terminal to ask you; nothing was sent");
      assertThat(world.refreshRequests()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void provesTheDefectAndTheFixAndKeepsTheNewToken(Jdk jdk) throws Exception {
    try (World world = loggedIn()) {
      ChildResult first = doctor(world, jdk, "--probe", "--yes", "--write");
      ChildResult second = doctor(world, jdk, "--probe", "--yes", "--write");

      assertThat(first.stdout())
          .contains("refresh without the client id: status 400 invalid_request")
          .contains("refresh with the client id: status 200")
          .contains("the agent heals this")
          .contains("it was written to");
      // A token that was used up would have ended the whole family.
      assertThat(second.stdout()).contains("the agent heals this");
      assertThat(world.refreshRequests()).hasSize(4);
    }
  }

  @ParameterizedTest
  @MethodSource(NEWEST)
  void saysThatATokenIsUsedUp(Jdk jdk) throws Exception {
    try (World world = loggedIn()) {
      String before = world.credentials();

      ChildResult first = doctor(world, jdk, "--probe", "--yes");
      ChildResult second = doctor(world, jdk, "--probe", "--yes");

      assertThat(first.stdout()).contains("is used up; the server gave a new one");
      assertThat(second.stdout()).contains("problem  the refresh token is used up, revoked");
      assertThat(world.credentials()).isEqualTo(before);
    }
  }

  private static World loggedIn() throws Exception {
    World world = World.start(Host.REPORT);
    world.login();
    return world;
  }

  private static ChildResult doctor(World world, Jdk jdk, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("-jar", BuiltJars.agent().toString(), "doctor", World.AGENT_CONFIGURATION));
    command.addAll(List.of("--credentials", Host.REPORT.credentialFile()));
    command.addAll(List.of(more));
    return ChildJvm.of(world.folder(), command.toArray(String[]::new))
        .withJavaHome(jdk.home())
        .withQuickStart()
        .run();
  }
}
