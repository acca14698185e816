package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import java.net.URI;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.protocol.BasicHttpContext;
import org.junit.jupiter.api.Test;

/** What is told of the answer to a request that is no token request. */
final class ApacheTraceTest {

  private static final String FIELD = "WWW-Authenticate";
  private static final String CHALLENGE = "Bearer error=\"invalid_token\"";

  private final RecordedAttempts attempts = new RecordedAttempts();

  @Test
  void tellsThatTheServerRefuses() {
    attempts.traced();

    answered(new Apache4(), "apache4-response", request4(), response4());
    answered(new Apache5(), "apache5-response", request5(), response5());

    assertThat(attempts.log.entries)
        .hasSize(2)
        .allSatisfy(
            entry ->
                assertThat(entry.facts())
                    .containsEntry("step", "request-refused")
                    .containsEntry("method", "GET")
                    .containsEntry("url", SERVER)
                    .containsEntry("error", "invalid_token"));
  }

  @Test
  void tellsNothingWhereNobodyAsks() {
    answered(new Apache4(), "apache4-response", request4(), response4());
    answered(new Apache5(), "apache5-response", request5(), response5());

    assertThat(attempts.log.entries).isEmpty();
  }

  private void answered(HttpStack stack, String key, Object request, Object response) {
    Object unchanged =
        new Sites(stack, attempts)
            .value(key, this, response, request, "connection", new BasicHttpContext());

    assertThat(unchanged).isNull();
  }

  private static Object request4() {
    return new BasicHttpRequest("GET", SERVER);
  }

  private static Object response4() {
    BasicHttpResponse response = new BasicHttpResponse(HttpVersion.HTTP_1_1, 401, "");
    response.addHeader(FIELD, CHALLENGE);
    return response;
  }

  private static Object request5() {
    return new BasicClassicHttpRequest("GET", URI.create(SERVER));
  }

  private static Object response5() {
    BasicClassicHttpResponse response = new BasicClassicHttpResponse(401);
    response.addHeader(FIELD, CHALLENGE);
    return response;
  }
}
