package dev.mcphotfix.agent.startup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import dev.mcphotfix.agent.log.Entry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the network where the host was running before the agent came. */
final class LookingAheadTest {

  /** Answers nothing, so that what asks it is under way. */
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mode=enforce", "mode=observe"})
  void beginsADiscoveryThoughTheHostHasSentNothing(String option) throws Exception {
    HookServices services = services(option);

    services.lookAhead();

    assertThat(services.isDiscovering()).isTrue();
    try (Socket asked = server.accept()) {
      assertThat(
              new BufferedReader(new InputStreamReader(asked.getInputStream(), US_ASCII))
                  .readLine())
          .isEqualTo("GET /mcp HTTP/1.1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mode=off", "discovery=off", "tokenEndpoint=https://idp.example.com/token"})
  void beginsNoneWhereThatIsNotWanted(String option) throws Exception {
    HookServices services = services(option);

    services.lookAhead();

    assertThat(services.isDiscovering()).isFalse();
  }

  @Test
  void beginsNoneUnlessItIsTold() throws Exception {
    HookServices services = services("mode=enforce");

    services.examiner();

    assertThat(services.isDiscovering()).isFalse();
  }

  @Test
  void waitsForTheFirstRequestToAServerWhereOneMayBeHealed() throws Exception {
    assertThat(services("mode=observe").examiner().looksAhead()).isTrue();
  }

  @Test
  void waitsForNoneWhereTheModeIsOff() throws Exception {
    assertThat(services("mode=off,trace=on").examiner().looksAhead()).isFalse();
  }

  private HookServices services(String option) throws Exception {
    String url = "http://127.0.0.1:" + server.getLocalPort() + "/mcp";
    String arguments = "clientId=my-static-client,url=" + url + ',' + option;
    return new HookServices(
        ConfigurationReader.read(arguments, new Properties(), Map.of(), BuiltInHooks.names()),
        new CopyOnWriteArrayList<Entry>()::add);
  }
}
