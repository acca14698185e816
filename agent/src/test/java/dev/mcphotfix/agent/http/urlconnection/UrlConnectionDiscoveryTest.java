package dev.mcphotfix.agent.http.urlconnection;

import static dev.mcphotfix.agent.http.RecordedAttempts.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that speaks to a server of which nothing is known. */
final class UrlConnectionDiscoveryTest {

  private final LateDirectory directory = new LateDirectory();
  private final Sites sites = new Sites(new UrlConnection(), new RecordedAttempts(directory));

  @AfterEach
  void neverWaits() {
    assertThat(directory.isWaitedFor()).isFalse();
  }

  @Test
  void beginsADiscoveryWithItsFirstRequest() {
    get(SERVER);

    assertThat(directory.begun).containsExactly("example-server");
  }

  @Test
  void beginsNoneWithARequestToAnother() {
    get("https://other.example.com/mcp");

    assertThat(directory.begun).isEmpty();
  }

  private void get(String url) {
    StubConnection connection = new StubConnection(url);
    connection.setDoOutput(false);
    connection.method("GET");

    sites.value("url-connection-header", connection, "x@1 0 pairs: {}");
  }
}
