package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import java.net.URI;
import java.util.Objects;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.nio.protocol.BasicAsyncRequestProducer;
import org.apache.http.protocol.BasicHttpContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that speaks to a server of which nothing is known. */
final class ApacheDiscoveryTest {

  private final LateDirectory directory = new LateDirectory();
  private final RecordedAttempts attempts = new RecordedAttempts(directory);

  @AfterEach
  void neverWaits() {
    assertThat(directory.isWaitedFor()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void beginsADiscoveryWithItsFirstRequest(Client client) {
    client.get(client.sites(attempts), SERVER);

    assertThat(directory.begun).containsExactly("example-server");
  }

  @ParameterizedTest
  @EnumSource
  void beginsNoneWithARequestToAnother(Client client) {
    client.get(client.sites(attempts), "https://other.example.com/mcp");

    assertThat(directory.begun).isEmpty();
  }

  private enum Client {
    APACHE4(new Apache4()) {
      @Override
      void get(Sites sites, String url) {
        BasicHttpRequest request = new BasicHttpRequest("GET", url);

        sites.arguments("apache4", this, request, "connection", new BasicHttpContext());
      }
    },
    APACHE4_ASYNC(new Apache4()) {
      @Override
      void get(Sites sites, String url) {
        BasicHttpRequest request = new BasicHttpRequest("GET", url);
        Object own = new BasicAsyncRequestProducer(HttpHost.create(url), request);
        Object producer = Objects.requireNonNull(sites.value("apache4-async", this, own));

        sites.value(
            "apache4-generate", this, request, new Apache4AsyncTest.State(producer), "handler");
      }
    },
    APACHE5(new Apache5()) {
      @Override
      void get(Sites sites, String url) {
        sites.arguments("apache5", this, request(url), "connection", "callback", "context");
      }
    },
    APACHE5_ASYNC(new Apache5()) {
      @Override
      void get(Sites sites, String url) {
        sites.arguments("apache5-async", this, request(url), null, "scope", "chain", "callback");
      }
    };

    private final HttpStack stack;

    Client(HttpStack stack) {
      this.stack = stack;
    }

    Sites sites(RecordedAttempts attempts) {
      return new Sites(stack, attempts);
    }

    abstract void get(Sites sites, String url);

    private static HttpRequest request(String url) {
      return new BasicClassicHttpRequest("GET", URI.create(url));
    }
  }
}
