package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.apache.LibraryProducer.Channel;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client gets in place of a host's producer whose length goes ahead of it. */
final class HeldProducerLengthTest {

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final HostProducer body = new HostProducer(REFRESH);
  private final HeldProducer held = new HeldProducer(body, Channel.class, attempts.next());
  private final LibraryProducer producer = (LibraryProducer) held.as(LibraryProducer.class);
  private final ClientChannel client = new ClientChannel();

  HeldProducerLengthTest() {
    body.length = REFRESH.length();
  }

  @Test
  void readsABody() throws IOException {
    assertThat(held.ahead().commit()).isEqualTo(CHANGED.length());
    assertThat(producer.getContentLength()).isEqualTo(CHANGED.length());
    client.send(producer);

    assertThat(client.text()).isEqualTo(CHANGED);
    assertThat(client.ends).isEqualTo(1);
  }

  @Test
  void sendsNoFasterThanTheChannelTakes() throws IOException {
    client.room = 3;
    held.ahead().commit();

    producer.produce(client);

    assertThat(client.text()).hasSize(3);
    assertThat(client.asked).isTrue();
    client.send(producer);
    assertThat(client.text()).isEqualTo(CHANGED);
    assertThat(client.ends).isEqualTo(1);
  }

  @Test
  void asksTheChannelForNoMoreThanItNeeds() throws IOException {
    held.ahead().commit();

    client.send(producer);

    assertThat(client.asked).isFalse();
  }

  @Test
  void leavesABodyThatIsNotThereInTime() throws IOException {
    body.ready = 5;

    assertThat(held.ahead().commit()).isEqualTo(REFRESH.length());
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
    body.ready = REFRESH.length();
    client.send(producer);

    assertThat(client.text()).isEqualTo(REFRESH);
  }

  @Test
  void healsABodyThatIsAllThereButNotEnded() throws IOException {
    body.endsLate = true;

    assertThat(held.ahead().commit()).isEqualTo(CHANGED.length());
    body.endsLate = false;
    client.send(producer);

    assertThat(client.text()).isEqualTo(CHANGED);
    assertThat(client.ends).isEqualTo(1);
  }

  @Test
  void passesABodyOfAnotherGrantAsItIs() throws IOException {
    body.text = "grant_type=authorization_code&code=c";
    body.length = body.text.length();
    body.step = 31;

    assertThat(held.ahead().commit()).isEqualTo(body.text.length());
    client.send(producer);

    assertThat(client.text()).isEqualTo(body.text);
    assertThat(client.ends).isEqualTo(1);
  }

  @Test
  void failsWhereTheHostsProducerWasToBeAsked() {
    body.broken = true;

    assertThat(held.ahead().commit()).isEqualTo(REFRESH.length());

    assertThat(producer.available()).isPositive();
    assertThatThrownBy(() -> producer.produce(client)).isInstanceOf(IOException.class);
  }

  @Test
  void asksAHostsProducerThatHasFailedNoMore() {
    body.broken = true;
    held.ahead().commit();

    assertThatThrownBy(() -> producer.produce(client)).isInstanceOf(IOException.class);

    assertThat(body.asked).isEqualTo(1);
    assertThat(client.text()).isEmpty();
  }

  @Test
  void readsABodyThatIsThereInParts() throws IOException {
    body.step = 5;

    assertThat(held.ahead().commit()).isEqualTo(CHANGED.length());
    client.send(producer);

    assertThat(client.text()).isEqualTo(CHANGED);
  }

  @Test
  void tellsTheLengthThatTheHostsTellsUntilItIsCommitted() {
    assertThat(producer.getContentLength()).isEqualTo(REFRESH.length());
  }

  @ParameterizedTest
  @ValueSource(ints = {20, Integer.MAX_VALUE})
  void takesOfALongerBodyAsMuchAsTheClientWouldAndAsksAgain(int step) throws IOException {
    body.text = REFRESH + "&resource=r";
    body.step = step;

    assertThat(held.ahead().commit()).isEqualTo(REFRESH.length());
    int asked = body.asked;
    producer.produce(client);

    assertThat(client.text()).isEqualTo(REFRESH);
    assertThat(client.asked).isTrue();
    assertThat(body.asked).isEqualTo(asked);
    client.send(producer);
    assertThat(client.text()).isEqualTo(body.text);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void failsAsTheClientDoesWhereMoreIsWrittenThanIsTold() {
    body.again = true;

    assertThat(held.ahead().commit()).isEqualTo(REFRESH.length());

    assertThatThrownBy(() -> producer.produce(client)).isInstanceOf(IllegalStateException.class);
    assertThat(body.asked).isEqualTo(1);
  }

  @Test
  void sendsABodyAsItIsWhereTheAgentFails() throws IOException {
    HeldProducer failing = new HeldProducer(body, Runnable.class, attempts.next());

    assertThat(failing.ahead().isThere(client)).isTrue();
    assertThat(failing.ahead().commit()).isEqualTo(REFRESH.length());
    client.send((LibraryProducer) failing.as(LibraryProducer.class));

    assertThat(client.text()).isEqualTo(REFRESH);
    assertThat(client.ends).isEqualTo(1);
    assertThat(attempts.reasons()).contains("agent-error:HostCallException", "body-unreadable");
  }
}
