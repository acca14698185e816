package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.World;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The id in the record is all that the hosts lack: with it they refresh without any agent. */
class CompleteRecordIT {

  static Stream<Host> hosts() {
    return Stream.of(Host.values()).filter(Host::keepsId);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void letsTheHostRefreshTwice(Host host) throws Exception {
    try (World world = World.start(host)) {
      logInAndCompleteRecords(world, host);

      assertThat(world.run("refresh-twice").strip()).isEqualTo("Refreshed example-server twice");
      assertThat(world.refreshRequests())
          .extracting(RecordedRequest::answer)
          .containsExactly("200", "200");
    }
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void letsTheHostRefreshTenServersAtOnce(Host host) throws Exception {
    try (World world = World.start(host, 10)) {
      logInAndCompleteRecords(world, host);

      assertThat(world.run("refresh-all").strip()).isEqualTo("Refreshed 10 of 10 servers");
    }
  }

  private static void logInAndCompleteRecords(World world, Host host) throws Exception {
    world.login();
    String token = "\"accessToken\"";
    String clientId = "\"clientId\" : \"" + World.CLIENT_ID + "\", ";
    world.write(host.credentialFile(), world.credentials().replace(token, clientId + token));
  }
}
