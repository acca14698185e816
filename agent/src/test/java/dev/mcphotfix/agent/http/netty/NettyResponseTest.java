package dev.mcphotfix.agent.http.netty;

import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.netty.NettyChannel.full;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The response to a token request: seen, and passed on as it is. */
final class NettyResponseTest {

  private static final String REFUSED =
      """
      HTTP/1.1 400 Bad Request
      Content-Type: application/json
      Content-Length: 27

      {"error":"invalid_request"}""";
  private static final String EMPTY = "HTTP/1.1 200 OK\nContent-Length: 0\n\n";

  private final NettyChannel netty = new NettyChannel();

  @Test
  void tellsWhatTheServerAnswered() {
    netty.write(full(REFRESH));

    netty.receive(REFUSED);

    assertThat(netty.attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(netty.attempts.log.lastFact("error")).isEqualTo("invalid_request");
    assertThat(received()).containsExactly("400", "{\"error\":\"invalid_request\"}");
  }

  @Test
  void isPassedOnInTheSameParts() {
    netty.write(full(REFRESH));

    netty.receive(REFUSED.substring(0, REFUSED.length() - 10));
    assertThat(netty.isLeft()).isFalse();
    netty.receive(REFUSED.substring(REFUSED.length() - 10));

    assertThat(netty.isLeft()).isTrue();
    assertThat(received()).containsExactly("400", "{\"error\":\"invalid", "_request\"}");
    assertThat(netty.attempts.log.lastFact("error")).isEqualTo("invalid_request");
  }

  @Test
  void isNoInterimOne() {
    netty.write(full(REFRESH));

    netty.receive("HTTP/1.1 199 Wait\n\n");
    assertThat(netty.isLeft()).isFalse();
    netty.receive(REFUSED);

    assertThat(netty.attempts.log.lastFact("status")).isEqualTo("400");
  }

  @Test
  void isNotThereWhereTheProtocolIsSwitched() {
    netty.write(full(REFRESH));

    netty.receive("HTTP/1.1 101 Switching Protocols\nUpgrade: websocket\n\n");

    assertThat(netty.isLeft()).isTrue();
    assertThat(netty.attempts.log.entries).hasSize(1);
  }

  @Test
  void isThatToTheRequestItself() {
    netty.codec.queue.add(HttpMethod.GET);
    netty.write(full(REFRESH));

    netty.receive(EMPTY);
    assertThat(netty.isLeft()).isFalse();
    netty.receive(REFUSED);

    assertThat(netty.isLeft()).isTrue();
    assertThat(netty.attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(netty.attempts.log.entries).hasSize(2);
  }

  @Test
  void isTheFirstWhereNoneIsAwaitedBefore() {
    netty.write(full(REFRESH));

    netty.receive(EMPTY);

    assertThat(netty.isLeft()).isTrue();
    assertThat(netty.attempts.log.lastFact("status")).isEqualTo("200");
  }

  @Test
  void isNotAwaitedOnceTheChannelIsClosed() {
    netty.write(full(REFRESH));

    netty.close();

    assertThat(netty.channel.pipeline().names()).isNotEmpty();
    assertThat(netty.attempts.log.entries).hasSize(1);
  }

  @Test
  void isPassedOnWithWhateverElseHappens() {
    List<Object> events = new ArrayList<>();
    netty.channel.pipeline().addLast(new RecordedEvents(events));
    netty.write(full(REFRESH));

    netty.channel.pipeline().fireUserEventTriggered("event");
    netty.channel.pipeline().fireExceptionCaught(new IllegalStateException("broken"));
    netty.channel.pipeline().fireChannelWritabilityChanged();

    assertThat(events).containsExactly("event", "broken", "writability");
  }

  /** The status, and each part of the body that has bytes. */
  private List<String> received() {
    List<String> received = new ArrayList<>();
    for (Object each = netty.channel.readInbound();
        each != null;
        each = netty.channel.readInbound()) {
      if (each instanceof HttpResponse response) {
        received.add(response.status().codeAsText().toString());
      } else if (each instanceof HttpContent part && part.content().isReadable()) {
        received.add(part.content().toString(US_ASCII));
      }
      ReferenceCountUtil.release(each);
    }
    return received;
  }
}
