package dev.mcphotfix.agent.http.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.InputStreamContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import org.junit.jupiter.api.Test;

/** The body of a response, of OkHttp's own types, and its stream. */
final class ObservedSourceTest extends InputStreamContract {

  private static final MediaType JSON = MediaType.get("application/json");

  @Override
  protected InputStream over(InputStream received, int status) {
    return body(ResponseBody.create(Okio.buffer(Okio.source(received)), JSON, -1), status)
        .byteStream();
  }

  @Test
  void saysOfItselfWhatTheLibrarysDoes() {
    ResponseBody own = ResponseBody.create("{}", JSON);

    ResponseBody observed = body(own, 400);

    assertThat(observed.contentLength()).isEqualTo(2);
    assertThat(observed.contentType()).isEqualTo(own.contentType());
  }

  @Test
  void looksAtWhatIsReadIntoABufferThatHasSomethingAlready() throws IOException {
    attempt.decide("refresh_token=r1".getBytes(StandardCharsets.US_ASCII));
    Buffer hosts = new Buffer().writeUtf8("before");

    body(ResponseBody.create("{\"error\":\"invalid_scope\"}", JSON), 400).source().readAll(hosts);

    assertThat(hosts.readUtf8()).isEqualTo("before{\"error\":\"invalid_scope\"}");
    assertThat(attempts.log.lastFact("error")).isEqualTo("invalid_scope");
  }

  private ResponseBody body(ResponseBody own, int status) {
    return (ResponseBody) ObservedSource.body(own, attempt, status);
  }
}
