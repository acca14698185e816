package dev.mcphotfix.agent.http.okhttp;

import static dev.mcphotfix.agent.http.RecordedAttempts.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import java.lang.reflect.Proxy;
import okhttp3.Interceptor;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that speaks to a server of which nothing is known. */
final class OkHttpDiscoveryTest {

  private final LateDirectory directory = new LateDirectory();
  private final Sites sites = new Sites(new OkHttp(), new RecordedAttempts(directory));

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
    Request request = new Request.Builder().url(url).build();
    Class<?> chain = Interceptor.Chain.class;

    sites.arguments(
        "okhttp",
        null,
        Proxy.newProxyInstance(
            chain.getClassLoader(), new Class<?>[] {chain}, (proxy, method, arguments) -> request));
  }
}
