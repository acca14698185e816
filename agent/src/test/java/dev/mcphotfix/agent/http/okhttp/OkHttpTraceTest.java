package dev.mcphotfix.agent.http.okhttp;

import static dev.mcphotfix.agent.http.RecordedAttempts.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** What is told of the answer to a request that is no token request. */
final class OkHttpTraceTest {

  private final RecordedAttempts attempts = new RecordedAttempts();

  @Test
  void tellsThatTheServerRefuses() {
    answered(attempts.traced());

    assertThat(attempts.log.last().facts())
        .containsEntry("step", "request-refused")
        .containsEntry("method", "GET")
        .containsEntry("url", SERVER)
        .containsEntry("status", "401")
        .containsEntry("error", "invalid_token");
  }

  @Test
  void tellsNothingWhereNobodyAsks() {
    answered(attempts);

    assertThat(attempts.log.entries).isEmpty();
  }

  private static void answered(RecordedAttempts by) {
    Response response =
        new Response.Builder()
            .request(new Request.Builder().url(SERVER).build())
            .protocol(Protocol.HTTP_1_1)
            .code(401)
            .message("")
            .addHeader("www-authenticate", "Bearer error=\"invalid_token\"")
            .build();

    assertThat(new Sites(new OkHttp(), by).value("okhttp-response", null, response, "chain"))
        .isNull();
  }
}
