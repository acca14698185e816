package dev.mcphotfix.agent.http.helidon;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.http.OutputStreamContract;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a handler writes to, over a look-alike of Helidon's stream. */
final class HeldOutputTest extends OutputStreamContract {

  private final List<Throwable> failures = new ArrayList<>();

  @Override
  protected OutputStream over(Sent sent) {
    return held(new Library(sent));
  }

  @Test
  void tellsTheLengthOfAnotherForm() throws IOException {
    WebClientRequest request = told(REFRESH.length());
    Upstream upstream = new Upstream(request);
    HeldOutput output = held(upstream);

    output.write(bytes(REFRESH));
    output.close();

    assertThat(upstream.text()).isEqualTo(CHANGED);
    assertThat(upstream.isClosed).isTrue();
    assertThat(request.length()).isEqualTo(CHANGED.length());
  }

  @Test
  void leavesTheLengthOfAFormThatNeedsNothing() throws IOException {
    WebClientRequest request = told(CHANGED.length());
    Upstream upstream = new Upstream(request);
    HeldOutput output = held(upstream);

    output.write(bytes(CHANGED));
    output.close();

    assertThat(upstream.text()).isEqualTo(CHANGED);
    assertThat(request.length()).isEqualTo(CHANGED.length());
  }

  @Test
  void tellsNoLengthWhereTheApplicationToldNone() throws IOException {
    WebClientRequest request = WebClientRequest.form();
    Upstream upstream = new Upstream(request);
    HeldOutput output = held(upstream);

    output.write(bytes(REFRESH));
    output.close();

    assertThat(upstream.text()).isEqualTo(CHANGED);
    assertThat(request.header("Content-Length")).isNull();
  }

  @Test
  void leavesAFormOfAnotherLengthToTheLibrary() throws IOException {
    Upstream upstream = new Upstream(told(REFRESH.length() + 3));
    HeldOutput output = held(upstream);

    output.write(bytes(REFRESH));

    assertThatThrownBy(output::close).isInstanceOf(IOException.class).hasMessage("too short");
    assertThat(upstream.text()).isEqualTo(REFRESH);
  }

  @Test
  void sendsWhatWasWrittenWhereTheHandlerDoesNotCloseIt() throws IOException {
    Upstream upstream = new Upstream(WebClientRequest.form());
    HeldOutput output = held(upstream);

    output.write(bytes(REFRESH));
    output.leave();

    assertThat(upstream.text()).isEqualTo(REFRESH);
    assertThat(upstream.isClosed).isFalse();
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void sendsNothingMoreWhereTheHandlerHasClosedIt() throws IOException {
    Upstream upstream = new Upstream(WebClientRequest.form());
    HeldOutput output = held(upstream);

    output.write(bytes(REFRESH));
    output.close();
    output.leave();

    assertThat(upstream.text()).isEqualTo(CHANGED);
    assertThat(attempts.reasons()).containsExactly("added");
  }

  @Test
  void sendsNothingWhereTheHandlerWritesNothing() throws IOException {
    Upstream upstream = new Upstream(WebClientRequest.form());
    HeldOutput output = held(upstream);

    output.flush();
    output.leave();

    assertThat(upstream.text()).isEmpty();
    assertThat(attempts.reasons()).isEmpty();
  }

  @Test
  void isFlushedAsTheLibrarysOwnUntilSomethingIsHeld() throws IOException {
    Upstream upstream = new Upstream(WebClientRequest.form());
    HeldOutput output = held(upstream);

    output.flush();
    assertThat(upstream.flushes).isEqualTo(1);
    output.write(bytes(REFRESH));
    output.flush();

    assertThat(upstream.flushes).isEqualTo(1);
    assertThat(upstream.text()).isEmpty();
  }

  @Test
  void looksForTheTypeWhenTheBodyIsWritten() throws IOException {
    WebClientRequest request = new WebClientRequest("POST");
    Upstream upstream = new Upstream(request);
    HeldOutput output = held(upstream);

    output.flush();
    request.with("Content-Type", "application/x-www-form-urlencoded");
    output.write(bytes(REFRESH));
    output.close();

    assertThat(upstream.text()).isEqualTo(CHANGED);
  }

  @Test
  void passesWhatIsNoTokenRequest() throws IOException {
    Upstream upstream = new Upstream(new WebClientRequest("PUT"));
    HeldOutput output = held(upstream);

    output.write(bytes(REFRESH));
    assertThat(upstream.text()).isEqualTo(REFRESH);
    output.close();

    assertThat(upstream.isClosed).isTrue();
    assertThat(failures).isEmpty();
  }

  @Test
  void passesWhatGoesToAStreamThatIsNotKnown() throws IOException {
    HeldOutput output = held(new FilterOutputStream(sent));

    output.write(bytes(REFRESH));
    output.close();

    assertThat(sent.text()).isEqualTo(REFRESH);
    assertThat(sent.isClosed).isTrue();
    assertThat(failures).hasSize(1);
  }

  private WebClientRequest told(int length) {
    return WebClientRequest.form().with("Content-Length", Integer.toString(length));
  }

  private HeldOutput held(OutputStream own) {
    return new HeldOutput(
        own, request -> new HelidonRequest(request).attempt(attempts.examiner()), failures::add);
  }

  /** Helidon's stream of a length that is not told. */
  @SuppressWarnings("unused") // Its fields are read by their names.
  private static final class Library extends FilterOutputStream {

    private final WebClientRequest request = WebClientRequest.form();
    private final Object headers = request.headers();
    private final long contentLength = -1;
    private long bytesWritten;

    Library(Sent sent) {
      super(sent);
    }
  }
}
