package dev.mcphotfix.agent.http.helidon;

import static dev.mcphotfix.agent.http.RecordedAttempts.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import io.helidon.webclient.api.ClientRequest.OutputStreamHandler;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that speaks to a server of which nothing is known. */
final class HelidonDiscoveryTest {

  private static final String OTHER = "https://other.example.com/mcp";

  private final LateDirectory directory = new LateDirectory();
  private final Sites sites = new Sites(new Helidon(), new RecordedAttempts(directory));

  @AfterEach
  void neverWaits() {
    assertThat(directory.isWaitedFor()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void beginsADiscoveryWithItsFirstRequest(Chain chain) throws IOException {
    chain.send(sites, new WebClientRequest("GET", SERVER));

    assertThat(directory.begun).containsExactly("example-server");
  }

  @ParameterizedTest
  @EnumSource
  void beginsNoneWithARequestToAnother(Chain chain) throws IOException {
    chain.send(sites, new WebClientRequest("GET", OTHER));

    assertThat(directory.begun).isEmpty();
  }

  /** Of the library, which sends the request. */
  private enum Chain {
    ENTITY {
      @Override
      void send(Sites sites, WebClientRequest request) {
        Object[] arguments = {"connection", request, request.headers(), "writer", "reader", "out"};

        sites.arguments("helidon-entity", new Entity(new byte[0]), arguments);
      }
    },
    ENTITY_2 {
      @Override
      void send(Sites sites, WebClientRequest request) {
        sites.arguments("helidon-entity-2", this, request);
      }
    },
    STREAM {
      @Override
      void send(Sites sites, WebClientRequest request) throws IOException {
        OutputStreamHandler own = out -> out.write(1);

        Object[] replaced =
            sites.arguments("helidon-stream", null, "client", this, "sent", "complete", own);
        ((OutputStreamHandler) Objects.requireNonNull(replaced)[4]).handle(new Upstream(request));
      }
    };

    abstract void send(Sites sites, WebClientRequest request) throws IOException;
  }

  /** The chain of a request without a body. */
  private record Entity(byte[] entity) {}
}
