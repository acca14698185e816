package dev.mcphotfix.agent.http.netty;

import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.netty.NettyChannel.content;
import static dev.mcphotfix.agent.http.netty.NettyChannel.head;
import static dev.mcphotfix.agent.http.netty.NettyChannel.last;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.RecordedAttempts;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Stubber;

/** What fails of the agent's: the host's own bytes go on, once, and it is told. */
final class NettyFailureTest {

  private static final String FAILED = "agent-error:IllegalStateException";

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final EmbeddedChannel channel = new EmbeddedChannel(new HttpClientCodec());
  private final HttpRequest head = head(REFRESH.length());
  private final NettyRequest request = mock(NettyRequest.class, delegatesTo(real()));

  private NettyRequest real() {
    ChannelHandler codec = channel.pipeline().first();
    return Objects.requireNonNull(
        NettyHttp1Request.of(codec, channel.pipeline().context(codec), head, attempts.examiner));
  }

  @Test
  void aPartThatCannotBeMadeIsSentAsItIs() {
    broken().when(request).content(any());

    send(content(REFRESH));

    assertThat(sentBody()).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("added", FAILED);
  }

  @Test
  void whatWasHeldBeforeIsSentWithIt() {
    broken().doAnswer(delegatesTo(real())).when(request).content(any());

    send(content(REFRESH.substring(0, 20)), content(REFRESH.substring(20)));

    assertThat(sentBody()).isEqualTo(REFRESH);
  }

  @Test
  void aHeadThatCannotBeMadeIsSentAsItWas() {
    broken().when(request).head(anyInt());

    send(content(REFRESH.substring(0, 20)), content(REFRESH.substring(20)));

    assertThat(sentBody()).isEqualTo(REFRESH);
  }

  @Test
  void anEndThatCannotBeMadeIsSentAsItIs() {
    broken().when(request).last(any(), any());

    send(content(REFRESH.substring(0, 20)), last(REFRESH.substring(20)));

    assertThat(sentBody()).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("added", FAILED);
  }

  @Test
  void aPartThatCannotBeToldIsSentAsItIs() {
    doAnswer(delegatesTo(real()))
        .doThrow(new IllegalStateException("broken"))
        .when(request)
        .endsWith(any());

    send(last(REFRESH));

    assertThat(sentBody()).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).contains(FAILED);
  }

  @Test
  void aPartIsSentThoughNothingOfTheRequestCanBeTold() {
    broken().when(request).has(any());

    send(last(REFRESH));

    assertThat(sentBody()).isEqualTo(REFRESH);
  }

  @Test
  void aResponseThatCannotBeReadIsPassedOn() {
    send(last(REFRESH));
    broken().when(request).status(any());

    channel.writeInbound(NettyChannel.buffer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));

    assertThat(channel.inboundMessages()).isNotEmpty();
    assertThat(attempts.reasons()).containsExactly("added", FAILED);
    assertThat(channel.pipeline().names()).hasSize(2);
  }

  @Test
  void anEventThatCannotBeReadIsPassedOn() {
    send(last(REFRESH));
    broken().when(request).isAbortedBy(any());

    channel.pipeline().fireUserEventTriggered("event");

    assertThat(attempts.reasons()).containsExactly("added", FAILED);
    assertThat(channel.pipeline().names()).hasSize(2);
  }

  /** Held, and followed by these parts. */
  private void send(Object... parts) {
    Attempt attempt = attempts.next();
    NettyBody body = new NettyBody(request, attempt);
    Object behind =
        NettyHandler.add(request, body, new NettyResponse(request, attempt), attempt.failures());
    assertThat(body.begin(behind)).isNotNull();
    channel.writeOutbound(parts);
  }

  private static Stubber broken() {
    return doThrow(new IllegalStateException("broken"));
  }

  private String sentBody() {
    String sent = sent();
    assertThat(sent).contains("content-length: " + REFRESH.length());
    return sent.substring(sent.indexOf("\r\n\r\n") + 4);
  }

  private String sent() {
    StringBuilder sent = new StringBuilder();
    for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
      sent.append(part.toString(US_ASCII));
      part.release();
    }
    return sent.toString();
  }
}
