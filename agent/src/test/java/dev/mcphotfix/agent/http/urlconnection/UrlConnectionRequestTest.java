package dev.mcphotfix.agent.http.urlconnection;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UrlConnectionRequestTest {

  private final UrlConnectionRequest request =
      new UrlConnectionRequest(new RecordedAttempts().next());
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  @Test
  void sendsAStreamedBodyThatTheHostDidNotClose() throws IOException {
    write(REFRESH);
    assertThat(sent()).isEmpty();

    request.finish();

    assertThat(sent()).isEqualTo(CHANGED);
  }

  @Test
  void leavesOneThatNeedsNothingAsItIs() throws IOException {
    write(CHANGED);

    request.finish();

    assertThat(sent()).isEqualTo(CHANGED);
  }

  @Test
  void sendsWhatTheHostHasClosedOnce() throws IOException {
    write(REFRESH).close();

    request.finish();

    assertThat(sent()).isEqualTo(CHANGED);
  }

  @Test
  void handsOutTheSameStreamWhileItIsOpen() throws IOException {
    OutputStream first = write(REFRESH);

    assertThat(request.streamed(sent)).isSameAs(first);
    request.finish();
    assertThat(request.streamed(sent)).isSameAs(sent);
  }

  @Test
  void tellsTheLengthOfTheOtherForm() throws IOException {
    request.fixLength(REFRESH.length());
    request.buffered(sent).write(REFRESH.getBytes(StandardCharsets.US_ASCII));

    request.start(
        name ->
            name.equals("Content-Type") ? List.of("application/x-www-form-urlencoded") : List.of());

    assertThat(request.failure()).isNull();
    assertThat(request.fixedLength()).isEqualTo(CHANGED.length());
  }

  @Test
  void doesNotSendABodyOfAnotherLengthThanItIsTold() throws IOException {
    request.fixLength(REFRESH.length() + 3);
    request.buffered(sent).write(REFRESH.getBytes(StandardCharsets.US_ASCII));

    assertThat(request.failure()).hasMessage("insufficient data written");
  }

  private OutputStream write(String form) throws IOException {
    OutputStream stream = request.streamed(sent);
    stream.write(form.getBytes(StandardCharsets.US_ASCII));
    return stream;
  }

  private String sent() {
    return sent.toString(StandardCharsets.US_ASCII);
  }
}
