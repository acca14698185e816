package dev.mcphotfix.agent.http.jetty;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.FormBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.client.AsyncRequestContent;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.InputStreamRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** The content of a request of Jetty 12, which is read. */
final class JettyContentTest {

  private static final String CODE = "grant_type=authorization_code&code=c";

  private final AsyncRequestContent content = new AsyncRequestContent();
  private final JettyExchange jetty = new JettyExchange(content);

  @Test
  void hasTheIdWhereItIsInMemory() throws Exception {
    JettyExchange memory = new JettyExchange(inMemory(REFRESH)).told(REFRESH.length());

    assertThat(memory.begin()).isTrue();

    assertThat(memory.sent().getLength()).isEqualTo(CHANGED.length());
    assertThat(memory.toldLength()).isEqualTo(Integer.toString(CHANGED.length()));
    assertThat(memory.read()).isEqualTo(CHANGED + "|");
    assertThat(memory.attempts.reasons()).containsExactly("added");
  }

  @Test
  void staysAsItIsWhereItHasTheId() throws Exception {
    JettyExchange memory = new JettyExchange(inMemory(CHANGED)).told(CHANGED.length());

    assertThat(memory.begin()).isTrue();

    assertThat(memory.sent().getLength()).isEqualTo(CHANGED.length());
    assertThat(memory.read()).isEqualTo(CHANGED + "|");
    assertThat(memory.read()).isEqualTo("|");
  }

  @Test
  void keepsTheHeaderBackUntilItIsWhole() throws Exception {
    jetty.told(REFRESH.length());
    assertThat(jetty.begin()).isFalse();

    write(REFRESH.substring(0, 20));
    assertThat(jetty.sender.iterations()).isZero();
    write(REFRESH.substring(20));
    content.close();

    assertThat(jetty.sender.iterations()).isOne();
    assertThat(jetty.toldLength()).isEqualTo(Integer.toString(CHANGED.length()));
    assertThat(jetty.sent().getLength()).isEqualTo(-1);
    assertThat(jetty.read()).isEqualTo(CHANGED);
    assertThat(jetty.read()).isEqualTo("|");
    assertThat(jetty.attempts.reasons()).containsExactly("added");
  }

  @Test
  void isSentWhenItsToldLengthIsThereThoughItDoesNotEnd() throws Exception {
    jetty.told(REFRESH.length());
    jetty.begin();

    write(REFRESH);

    assertThat(jetty.sender.iterations()).isOne();
    assertThat(jetty.read()).isEqualTo(CHANGED);
    assertThat(jetty.read()).isNull();
    content.close();
    assertThat(jetty.read()).isEqualTo("|");
  }

  @Test
  @SuppressWarnings("deprecation") // Older versions have no other.
  void isNotAskedForBeforeJettyDoesWhereNoLengthIsTold() throws Exception {
    AtomicInteger reads = new AtomicInteger();
    JettyExchange stream =
        new JettyExchange(
            new InputStreamRequestContent(
                new ByteArrayInputStream(REFRESH.getBytes(StandardCharsets.US_ASCII)) {
                  @Override
                  public synchronized int read(byte[] into, int offset, int length) {
                    reads.incrementAndGet();
                    return super.read(into, offset, length);
                  }
                }));

    assertThat(stream.begin()).isTrue();
    assertThat(reads).hasValue(0);

    assertThat(stream.read()).isEqualTo(CHANGED);
    assertThat(stream.read()).isEqualTo("|");
    assertThat(stream.toldLength()).isNull();
  }

  @Test
  void comesLateWhereNoLengthIsTold() throws Exception {
    assertThat(jetty.begin()).isTrue();

    assertThat(jetty.read()).isNull();
    write(REFRESH.substring(0, 20));
    assertThat(jetty.read()).isNull();
    write(REFRESH.substring(20));
    assertThat(jetty.read()).isNull();
    content.close();

    assertThat(jetty.read()).isEqualTo(CHANGED);
    assertThat(jetty.read()).isEqualTo("|");
    assertThat(jetty.toldLength()).isNull();
  }

  @Test
  void staysAsItIsWhereItIsShorterThanTold() throws Exception {
    jetty.told(REFRESH.length() + 3).begin();
    write(REFRESH);
    assertThat(jetty.sender.iterations()).isZero();

    content.close();

    assertThat(jetty.sender.iterations()).isOne();
    assertThat(jetty.read()).isEqualTo(REFRESH);
    assertThat(jetty.read()).isEqualTo("|");
    assertThat(jetty.toldLength()).isEqualTo(Integer.toString(REFRESH.length() + 3));
    assertThat(jetty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void staysAsItIsWhereItIsLongerThanTold() throws Exception {
    jetty.told(REFRESH.length() - 3).begin();
    write(REFRESH);

    content.close();

    assertThat(jetty.read()).isEqualTo(REFRESH);
    assertThat(jetty.read()).isEqualTo("|");
    assertThat(jetty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void failsWhereItsProducerDoes() throws Exception {
    jetty.told(REFRESH.length()).begin();
    write(REFRESH.substring(0, 20));

    content.fail(new IOException("broken"));

    assertThat(jetty.sender.iterations()).isOne();
    assertThat(jetty.read()).isEqualTo("failed: broken");
    assertThat(jetty.attempts.reasons()).isEmpty();
  }

  @Test
  void failsWhereItsProducerDoesAndNoLengthIsTold() throws Exception {
    jetty.begin();
    write(REFRESH.substring(0, 20));
    jetty.read();

    content.fail(new IOException("broken"));

    assertThat(jetty.read()).isEqualTo("failed: broken");
  }

  @Test
  void mayBeEmpty() throws Exception {
    jetty.told(0);
    content.close();

    assertThat(jetty.begin()).isTrue();

    assertThat(jetty.read()).isEqualTo("|");
    assertThat(jetty.toldLength()).isEqualTo("0");
  }

  @Test
  void goesOnAtOnceForAnotherGrant() throws Exception {
    jetty.told(CODE.length() + 2).begin();

    write(CODE);

    assertThat(jetty.sender.iterations()).isOne();
    assertThat(jetty.read()).isEqualTo(CODE);
    assertThat(jetty.read()).isNull();
    write("&x");
    assertThat(jetty.read()).isEqualTo("&x");
    content.close();
    assertThat(jetty.read()).isEqualTo("|");
    assertThat(jetty.attempts.reasons()).containsExactly("grant-not-enabled:authorization_code");
  }

  @Test
  void doesNotKeepTheHeaderBackWhereTheClientAuthenticates() throws Exception {
    jetty.told(REFRESH.length()).header("Authorization", "Basic aWQ6eA==");

    assertThat(jetty.begin()).isTrue();

    assertThat(jetty.read()).isNull();
    write(REFRESH);
    assertThat(jetty.read()).isEqualTo(REFRESH);
    content.close();
    assertThat(jetty.read()).isEqualTo("|");
    assertThat(jetty.attempts.reasons()).containsExactly("http-basic");
  }

  @Test
  void hasTheHeaderThatJettysListenersMakeOfIt() throws Exception {
    jetty.begin();
    jetty.header("Authorization", "Basic aWQ6eA==");
    write(REFRESH);
    content.close();

    assertThat(jetty.read()).isEqualTo(REFRESH);
    assertThat(jetty.attempts.reasons()).containsExactly("http-basic");
  }

  @Test
  void isHeldUpTo64Kibibytes() throws Exception {
    String large = "refresh_token=" + "x".repeat(FormBytes.LARGEST - 14);
    jetty.begin();
    write(large);
    assertThat(jetty.read()).isNull();

    write("y");

    assertThat(jetty.read()).isEqualTo(large + "y");
    write("z");
    assertThat(jetty.read()).isEqualTo("z");
    assertThat(jetty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void isNotLookedAtWhereItIsLonger() throws Exception {
    Request.Content large = inMemory("x".repeat(FormBytes.LARGEST + 1));
    JettyExchange memory = new JettyExchange(large);

    assertThat(memory.begin()).isTrue();

    assertThat(memory.sent()).isSameAs(large);
    assertThat(memory.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void isLookedAtWhereItIsAsLongAsAFormMayBe() throws Exception {
    Request.Content large = inMemory("x".repeat(FormBytes.LARGEST));
    JettyExchange memory = new JettyExchange(large);

    memory.begin();

    assertThat(memory.sent()).isNotSameAs(large);
  }

  @Test
  void isNotLookedAtWhereTheServerIsToAnswerFirst() throws Exception {
    jetty.told(REFRESH.length()).header("Expect", "100-continue");

    assertThat(jetty.begin()).isTrue();

    assertThat(jetty.sent()).isSameAs(content);
    assertThat(jetty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void isDecidedOnAheadWhereItIsInMemoryAndTheServerIsToAnswerFirst() throws Exception {
    JettyExchange memory =
        new JettyExchange(inMemory(REFRESH))
            .told(REFRESH.length())
            .header("Expect", "100-continue");

    assertThat(memory.begin()).isTrue();
    assertThat(memory.attempts.reasons()).isEmpty();
    assertThat(memory.sent().getLength()).isEqualTo(CHANGED.length());

    assertThat(memory.toldLength()).isEqualTo(Integer.toString(CHANGED.length()));
    assertThat(memory.sent().getLength()).isEqualTo(CHANGED.length());
    assertThat(memory.read()).isEqualTo(CHANGED + "|");
    assertThat(memory.read()).isEqualTo(REFRESH + "|");
  }

  @Test
  void isSentWithoutATellingHeaderAsFarAsItIsThereWhereNobodyKeptThatBack() throws Exception {
    jetty.told(REFRESH.length());
    write(REFRESH.substring(0, 20));

    jetty.beginUnkept();

    assertThat(jetty.read()).isEqualTo(REFRESH.substring(0, 20));
    assertThat(jetty.read()).isNull();
    write(REFRESH.substring(20));
    assertThat(jetty.read()).isEqualTo(REFRESH.substring(20));
    assertThat(jetty.toldLength()).isEqualTo(Integer.toString(REFRESH.length()));
    assertThat(jetty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void goesNoFurtherWhereJettyDoesNot() throws Exception {
    jetty.told(REFRESH.length()).begin();

    assertThat(jetty.goesOn(false)).isFalse();
  }

  @Test
  void passesWhateverElseIsAskedOfIt() throws Exception {
    AtomicInteger demands = new AtomicInteger();
    jetty.begin();

    jetty.sent().demand(demands::incrementAndGet);
    jetty.sent().fail(new IOException("cancelled"));

    assertThat(demands).hasValue(1);
    assertThat(content.read().getFailure()).hasMessage("cancelled");
    assertThat(jetty.sent().getContentType()).isEqualTo(content.getContentType());
  }

  private void write(String text) {
    content.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), Callback.NOOP);
  }

  private static Request.Content inMemory(String text) {
    return text.length() > 100
        ? new BytesRequestContent(text.getBytes(StandardCharsets.US_ASCII))
        : new StringRequestContent(text);
  }
}
