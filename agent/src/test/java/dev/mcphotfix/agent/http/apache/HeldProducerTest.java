package dev.mcphotfix.agent.http.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.RecordedAttempts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a client gets in place of a host's producer; both are fakes of the library's interfaces. */
final class HeldProducerTest {

  private static final String REFRESH = RecordedAttempts.REFRESH;
  private static final String CHANGED = RecordedAttempts.CHANGED;

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final Body body = new Body(REFRESH);
  private final Sink sink = new Sink();

  @Test
  void readsABodyWhoseLengthIsSentAheadOfIt() throws IOException {
    body.length = REFRESH.length();
    HeldProducer held = held();

    assertThat(held.commit()).isEqualTo(CHANGED.length());
    assertThat(standIn(held).getContentLength()).isEqualTo(CHANGED.length());
    send(held);

    assertThat(sink.text()).isEqualTo(CHANGED);
    assertThat(sink.ends).isEqualTo(1);
  }

  @Test
  void holdsABodyOfUnknownLengthUntilItIsWhole() throws IOException {
    body.step = 5;
    HeldProducer held = held();

    assertThat(held.commit()).isNegative();
    assertThat(attempts.reasons()).isEmpty();
    send(held);

    assertThat(sink.text()).isEqualTo(CHANGED);
    assertThat(sink.ends).isEqualTo(1);
  }

  @Test
  void sendsNoFasterThanTheChannelTakes() throws IOException {
    sink.room = 3;
    HeldProducer held = held();

    held.commit();
    standIn(held).produce(sink);

    assertThat(sink.text()).isNotEmpty().hasSizeLessThan(CHANGED.length());
    assertThat(sink.asked).isTrue();
    send(held);
    assertThat(sink.text()).isEqualTo(CHANGED);
    assertThat(sink.ends).isEqualTo(1);
  }

  @Test
  void passesABodyOfOver64KibibytesAsItComes() throws IOException {
    body.text = REFRESH + "&pad=" + "x".repeat(200_000);
    body.step = 9_999;
    sink.room = 7_777;
    HeldProducer held = held();

    held.commit();
    send(held);

    assertThat(sink.text()).isEqualTo(body.text);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void leavesABodyThatIsNotThereInTime() throws IOException {
    body.length = REFRESH.length();
    body.ready = 5;
    HeldProducer held = held();

    assertThat(held.commit()).isEqualTo(REFRESH.length());
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
    body.ready = REFRESH.length();
    send(held);

    assertThat(sink.text()).isEqualTo(REFRESH);
  }

  @Test
  void healsABodyThatIsAllThereButNotEnded() throws IOException {
    body.length = REFRESH.length();
    body.endsLate = true;
    HeldProducer held = held();

    assertThat(held.commit()).isEqualTo(CHANGED.length());
    body.endsLate = false;
    send(held);

    assertThat(sink.text()).isEqualTo(CHANGED);
    assertThat(sink.ends).isEqualTo(1);
  }

  @Test
  void leavesABodyWhoseHeaderWasNotSeen() throws IOException {
    send(held());

    assertThat(sink.text()).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void failsWhereTheHostsProducerWasToBeAsked() {
    body.length = REFRESH.length();
    body.broken = true;
    HeldProducer held = held();

    assertThat(held.commit()).isEqualTo(REFRESH.length());

    assertThat(standIn(held).available()).isPositive();
    assertThatThrownBy(() -> standIn(held).produce(sink)).isInstanceOf(IOException.class);
  }

  @Test
  void readsABodyOfKnownLengthThatIsThereInParts() throws IOException {
    body.length = REFRESH.length();
    body.step = 5;
    HeldProducer held = held();

    assertThat(held.commit()).isEqualTo(CHANGED.length());
    send(held);

    assertThat(sink.text()).isEqualTo(CHANGED);
  }

  @Test
  void asksNoLongerThanThereIsSomething() {
    body.length = REFRESH.length();
    body.step = 5;
    body.ready = 10;

    assertThat(held().commit()).isEqualTo(REFRESH.length());

    assertThat(body.asked).isEqualTo(2);
  }

  @Test
  void asksNoLongerThanSomethingComes() {
    body.length = REFRESH.length();
    body.step = 0;

    assertThat(held().commit()).isEqualTo(REFRESH.length());

    assertThat(body.asked).isEqualTo(1);
  }

  @Test
  void readsNothingAheadThatIsTooLong() {
    body.length = FormBytes.LARGEST + 1;

    assertThat(held().commit()).isEqualTo(FormBytes.LARGEST + 1);
    assertThat(body.asked).isZero();

    body.length = FormBytes.LARGEST;
    assertThat(held().commit()).isEqualTo(FormBytes.LARGEST);
    assertThat(body.asked).isEqualTo(1);
  }

  @Test
  void asksForABodyOfNoLengthOnce() {
    body.length = 0;
    body.text = "";

    assertThat(held().commit()).isZero();

    assertThat(body.asked).isEqualTo(1);
  }

  @Test
  void tellsTheLengthThatTheHostsTellsUntilItIsCommitted() {
    body.length = REFRESH.length();

    assertThat(standIn(held()).getContentLength()).isEqualTo(REFRESH.length());
  }

  @Test
  void hasAsMuchAsTheHostsWhereNothingWaits() throws IOException {
    body.step = 5;
    HeldProducer held = held();
    held.commit();
    standIn(held).produce(sink);

    assertThat(standIn(held).available()).isEqualTo(REFRESH.length() - 5);
    assertThat(sink.asked).isTrue(); // What is held does not wake the connection.
  }

  @Test
  void hasSomethingWhereTheHostsWantsToBeAskedThoughItHasNothing() throws IOException {
    body.endsLate = true;
    HeldProducer held = held();
    held.commit();
    standIn(held).produce(sink);
    standIn(held).produce(sink);
    assertThat(standIn(held).available()).isZero();

    body.endsLate = false;
    body.channel.requestOutput();

    assertThat(standIn(held).available()).isEqualTo(1);
    send(held);
    assertThat(sink.text()).isEqualTo(CHANGED);
    assertThat(sink.ends).isEqualTo(1);
  }

  @Test
  void hasSomethingWhileTheChannelHasNotTakenAll() throws IOException {
    sink.room = 3;
    HeldProducer held = held();
    held.commit();
    standIn(held).produce(sink);

    assertThat(body.available()).isZero();
    assertThat(standIn(held).available()).isEqualTo(CHANGED.length() - sink.text().length());
  }

  @Test
  void asksAHostsProducerThatHasFailedNoMore() {
    body.length = REFRESH.length();
    body.broken = true;
    HeldProducer held = held();
    held.commit();

    assertThatThrownBy(() -> standIn(held).produce(sink)).isInstanceOf(IOException.class);

    assertThat(body.asked).isEqualTo(1);
    assertThat(sink.text()).isEmpty();
  }

  private HeldProducer held() {
    return new HeldProducer(body, Channel.class, attempts.next());
  }

  /** As the library does. */
  private void send(HeldProducer held) throws IOException {
    Producer producer = standIn(held);
    do {
      producer.produce(sink);
    } while (sink.ends == 0 && producer.available() > 0);
  }

  private static Producer standIn(HeldProducer held) {
    return (Producer) held.as(Producer.class);
  }

  /** As the library's interface. */
  public interface Channel {

    int write(ByteBuffer part) throws IOException;

    void requestOutput();

    void endStream() throws IOException;
  }

  /** As the library's interface. */
  public interface Producer {

    boolean isChunked();

    long getContentLength();

    int available();

    void produce(Channel channel) throws IOException;
  }

  private static final class Body implements Producer {

    private String text;
    private long length = -1;
    private int step = Integer.MAX_VALUE;
    private int ready = Integer.MAX_VALUE;
    private boolean broken;
    private int asked;
    private boolean endsLate;
    private Channel channel;
    private int sent;

    Body(String text) {
      this.text = text;
    }

    @Override
    public boolean isChunked() {
      return false;
    }

    @Override
    public long getContentLength() {
      return length;
    }

    @Override
    public int available() {
      return Math.min(text.length(), ready) - sent;
    }

    @Override
    public void produce(Channel channel) throws IOException {
      asked++;
      this.channel = channel;
      if (broken) {
        throw new IOException("broken");
      }
      int count = Math.min(step, available());
      byte[] part = text.substring(sent, sent + count).getBytes(StandardCharsets.US_ASCII);
      sent += channel.write(ByteBuffer.wrap(part));
      if (sent == text.length() && !endsLate) {
        channel.endStream();
      }
    }
  }

  private static final class Sink implements Channel {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int room = Integer.MAX_VALUE;
    private boolean asked;
    private int ends;

    @Override
    public int write(ByteBuffer part) {
      byte[] taken = new byte[Math.min(room, part.remaining())];
      part.get(taken);
      bytes.writeBytes(taken);
      return taken.length;
    }

    @Override
    public void requestOutput() {
      asked = true;
    }

    @Override
    public void endStream() {
      ends++;
    }

    String text() {
      return bytes.toString(StandardCharsets.US_ASCII);
    }
  }
}
