package dev.mcphotfix.agent.http.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.http.InputStreamContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.Test;

/** The entity of a response, and its content. */
final class ObservedEntityTest extends InputStreamContract {

  @Override
  protected InputStream over(InputStream received, int status) throws IOException {
    return entity(new InputStreamEntity(received, ContentType.APPLICATION_JSON), status)
        .getContent();
  }

  @Test
  void saysOfItselfWhatTheLibrarysDoes() {
    HttpEntity own = new StringEntity("{}", ContentType.APPLICATION_JSON);

    HttpEntity observed = entity(own, 400);

    assertThat(observed.getContentLength()).isEqualTo(2);
    assertThat(observed.getContentType()).isEqualTo(own.getContentType());
    assertThat(observed.isRepeatable()).isTrue();
    assertThat(observed.isStreaming()).isFalse();
    assertThat(observed.isChunked()).isFalse();
  }

  @Test
  void givesTheSameContentWheneverItIsAsked() throws IOException {
    HttpEntity observed = entity(new StringEntity("{}", ContentType.APPLICATION_JSON), 400);

    assertThat(observed.getContent()).isSameAs(observed.getContent());
  }

  @Test
  void isWrittenToWhereTheHostWants() throws IOException {
    attempt.decide("refresh_token=r1".getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    entity(new StringEntity("{\"error\":\"invalid_scope\"}", ContentType.APPLICATION_JSON), 401)
        .writeTo(out);

    assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("{\"error\":\"invalid_scope\"}");
    assertThat(attempts.log.lastFact("status")).isEqualTo("401");
    assertThat(attempts.log.lastFact("error")).isEqualTo("invalid_scope");
  }

  @Test
  void tellsTheHostThatItCannotBeWritten() {
    HttpEntity observed = entity(new StringEntity("{}", ContentType.APPLICATION_JSON), 400);

    assertThatThrownBy(
            () ->
                observed.writeTo(
                    new OutputStream() {
                      @Override
                      public void write(int value) throws IOException {
                        throw new IOException("broken");
                      }
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("broken");
  }

  @Test
  void tellsTheStatusOfOneThatIsClosedUnread() throws IOException {
    attempt.decide("refresh_token=r1".getBytes(StandardCharsets.US_ASCII));

    entity(new StringEntity("{}", ContentType.APPLICATION_JSON), 503).close();

    assertThat(attempts.log.lastFact("status")).isEqualTo("503");
  }

  private HttpEntity entity(HttpEntity own, int status) {
    return (HttpEntity)
        ObservedEntity.of(own, HttpEntity.class, new ApacheResponse(attempt, status));
  }
}
