package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.apache.LibraryProducer.Channel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a client gets in place of a host's producer, while it sends a body in chunks. */
final class HeldProducerTest {

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final HostProducer body = new HostProducer(REFRESH);
  private final HeldProducer held = new HeldProducer(body, Channel.class, attempts.next());
  private final LibraryProducer producer = (LibraryProducer) held.as(LibraryProducer.class);
  private final ClientChannel client = new ClientChannel();

  @Test
  void holdsABodyUntilItIsWhole() throws IOException {
    body.step = 5;

    assertThat(held.ahead().commit()).isNegative();
    assertThat(attempts.reasons()).isEmpty();
    client.send(producer);

    assertThat(client.text()).isEqualTo(CHANGED);
    assertThat(client.ends).isEqualTo(1);
  }

  @Test
  void sendsNoFasterThanTheChannelTakes() throws IOException {
    client.room = 3;

    held.ahead().commit();
    producer.produce(client);

    assertThat(client.text()).isNotEmpty().hasSizeLessThan(CHANGED.length());
    assertThat(client.asked).isTrue();
    client.send(producer);
    assertThat(client.text()).isEqualTo(CHANGED);
    assertThat(client.ends).isEqualTo(1);
  }

  @Test
  void passesABodyOfOver64KibibytesAsItComes() throws IOException {
    body.text = REFRESH + "&pad=" + "x".repeat(200_000);
    body.step = 9_999;
    client.room = 7_777;

    held.ahead().commit();
    client.send(producer);

    assertThat(client.text()).isEqualTo(body.text);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void leavesABodyWhoseHeaderWasNotSeen() throws IOException {
    client.send(producer);

    assertThat(client.text()).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void hasAsMuchAsTheHostsWhereNothingWaits() throws IOException {
    body.step = 5;
    held.ahead().commit();
    producer.produce(client);

    assertThat(producer.available()).isEqualTo(REFRESH.length() - 5);
    assertThat(client.asked).isTrue(); // What is held does not wake the connection.
  }

  @Test
  void hasSomethingWhereTheHostsWantsToBeAskedThoughItHasNothing() throws IOException {
    body.endsLate = true;
    held.ahead().commit();
    producer.produce(client);
    producer.produce(client);
    assertThat(producer.available()).isZero();

    body.endsLate = false;
    Objects.requireNonNull(body.channel).requestOutput();

    assertThat(producer.available()).isEqualTo(1);
    client.send(producer);
    assertThat(client.text()).isEqualTo(CHANGED);
    assertThat(client.ends).isEqualTo(1);
  }

  @Test
  void hasSomethingWhileTheChannelHasNotTakenAll() throws IOException {
    client.room = 3;
    held.ahead().commit();
    producer.produce(client);

    assertThat(body.available()).isZero();
    assertThat(producer.available()).isEqualTo(CHANGED.length() - client.text().length());
  }

  @Test
  void hasSomethingWhileTheChannelHasNotTakenAllOfWhatPasses() throws IOException {
    body.text = "x".repeat(70_000);
    body.endsLate = true;
    client.room = 3;
    held.ahead().commit();
    producer.produce(client);

    assertThat(body.available()).isZero();
    assertThat(producer.available()).isEqualTo(body.text.length() - client.text().length());
  }

  @Test
  void hasNothingMoreWhenAllOfItIsSent() throws IOException {
    held.ahead().commit();
    client.send(producer);

    assertThat(producer.available()).isZero();
  }

  @Test
  void sendsNothingOfABodyThatIsGivenUpAgain() throws IOException {
    body.step = 5;
    held.ahead().commit();
    producer.produce(client);
    assertThat(held.isOver()).isFalse();

    producer.releaseResources();

    assertThat(held.isOver()).isTrue();
    assertThat(client.text()).isEmpty();
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void sendsWhatIsWrittenThoughTheClientDoesNotAsk() throws IOException {
    Channel channel = given();

    channel.write(bytes(REFRESH));
    assertThat(client.text()).isEmpty();
    channel.endStream();

    assertThat(client.text()).isEqualTo(CHANGED);
    assertThat(client.ends).isEqualTo(1);
  }

  @Test
  void sendsWhatPassesThoughTheClientDoesNotAsk() throws IOException {
    given().write(bytes("x".repeat(70_000)));

    assertThat(client.text()).hasSize(70_000);
  }

  @Test
  void takesNoMoreThanTheClientOfWhatPasses() throws IOException {
    Channel channel = given();
    channel.write(bytes("x".repeat(70_000)));
    client.room = 3;

    assertThat(channel.write(bytes("yyyyy"))).isEqualTo(3);

    assertThat(client.text()).hasSize(70_003).endsWith("xyyy");
  }

  @Test
  void takesNothingBeforeTheClientHasTakenWhatWaits() throws IOException {
    Channel channel = given();
    client.room = 3;
    channel.write(bytes("x".repeat(70_000)));

    assertThat(channel.write(bytes("y"))).isZero();
    client.room = Integer.MAX_VALUE;
    assertThat(channel.write(bytes("y"))).isEqualTo(1);

    assertThat(client.text()).hasSize(70_001).endsWith("xy");
  }

  @Test
  void sendsABodyAsItIsWhereTheAgentFails() throws IOException {
    body.step = 5;
    HeldProducer failing = new HeldProducer(body, Runnable.class, attempts.next());

    failing.ahead().commit();
    client.send((LibraryProducer) failing.as(LibraryProducer.class));

    assertThat(client.text()).isEqualTo(REFRESH);
    assertThat(client.ends).isEqualTo(1);
    assertThat(attempts.reasons()).contains("agent-error:HostCallException", "body-unreadable");
  }

  /** The channel that the host's was given before it had anything. */
  private Channel given() throws IOException {
    body.ready = 0;
    held.ahead().commit();
    producer.produce(client);
    return Objects.requireNonNull(body.channel);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
