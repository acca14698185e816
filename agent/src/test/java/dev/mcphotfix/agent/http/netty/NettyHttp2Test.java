package dev.mcphotfix.agent.http.netty;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.netty.NettyConnection.data;
import static dev.mcphotfix.agent.http.netty.NettyConnection.head;
import static dev.mcphotfix.agent.http.netty.NettyConnection.last;
import static dev.mcphotfix.agent.http.netty.NettyConnection.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.FormBytes;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2MultiplexCodecBuilder;
import io.netty.handler.codec.http2.Http2StreamChannel;
import org.junit.jupiter.api.Test;

/** A stream of HTTP/2: its head, and its body in frames of its own. */
final class NettyHttp2Test {

  private static final String CODE = "grant_type=authorization_code&code=c";
  private static final String REFUSED = "{\"error\":\"invalid_request\"}";

  private final NettyConnection netty = new NettyConnection();
  private final Http2StreamChannel stream = netty.open();

  @Test
  void sendsABodyOfAnotherLengthThanTheToldAsItCame() {
    Http2DataFrame part = data(REFRESH.substring(0, 20));
    Http2DataFrame last = last(REFRESH.substring(20));
    netty.write(stream, head(post(REFRESH.length() + 100)), part);
    assertThat(netty.frames).isEmpty();
    assertThat(part.refCnt()).isZero();

    netty.write(stream, last);

    assertThat(netty.frames)
        .containsExactly(
            "HEADERS " + (REFRESH.length() + 100),
            "DATA " + REFRESH.substring(0, 20),
            "DATA " + REFRESH.substring(20) + " end");
  }

  @Test
  void addsTheId() {
    Http2DataFrame last = last(REFRESH.substring(20));
    netty.write(stream, head(post(REFRESH.length())), data(REFRESH.substring(0, 20)));
    assertThat(netty.frames).isEmpty();

    netty.write(stream, last);

    assertThat(netty.frames)
        .containsExactly("HEADERS " + CHANGED.length(), "DATA " + CHANGED + " end");
    assertThat(last.refCnt()).isZero();
    assertThat(netty.attempts.reasons()).containsExactly("added");
  }

  @Test
  void tellsNoLengthWhereNoneWasTold() {
    netty.write(stream, head(post()), last(REFRESH));

    assertThat(netty.frames).containsExactly("HEADERS ", "DATA " + CHANGED + " end");
  }

  @Test
  void sendsABodyOfWhichTheToldLengthIsThereThoughItDoesNotEnd() {
    netty.write(stream, head(post(REFRESH.length())), data(REFRESH));

    assertThat(netty.frames).containsExactly("HEADERS " + CHANGED.length(), "DATA " + CHANGED);
    netty.write(stream, last(""));
    assertThat(netty.frames).last().isEqualTo("DATA  end");
  }

  @Test
  void letsAnotherGrantGoOnAtOnce() {
    netty.write(stream, head(post()), data(CODE));

    assertThat(netty.frames).containsExactly("HEADERS ", "DATA " + CODE);
  }

  @Test
  void letsFramesOfOtherStreamsPass() {
    netty.write(stream, head(post(REFRESH.length())), data(REFRESH.substring(0, 20)));
    Http2StreamChannel other = netty.open();

    netty.write(other, head(post().method("GET")), last("other"));

    assertThat(netty.frames).containsExactly("HEADERS ", "DATA other end");
    netty.write(stream, last(REFRESH.substring(20)));
    assertThat(netty.frames).endsWith("HEADERS " + CHANGED.length(), "DATA " + CHANGED + " end");
  }

  @Test
  void holdsTwoStreamsBesideEachOther() {
    Http2StreamChannel other = netty.open();
    netty.write(stream, head(post()), data(REFRESH.substring(0, 20)));
    netty.write(other, head(post()), data(REFRESH.substring(0, 20)));

    netty.write(stream, last(REFRESH.substring(20)));
    netty.write(other, last(REFRESH.substring(20)));

    assertThat(netty.frames)
        .containsExactly(
            "HEADERS ", "DATA " + CHANGED + " end", "HEADERS ", "DATA " + CHANGED + " end");
  }

  @Test
  void sendsWhatThereIsOfABodyThatIsReset() {
    netty.write(stream, head(post(REFRESH.length())), data(REFRESH.substring(0, 20)));

    netty.write(stream, new DefaultHttp2ResetFrame(Http2Error.CANCEL));

    assertThat(netty.frames)
        .containsExactly(
            "HEADERS " + REFRESH.length(),
            "DATA " + REFRESH.substring(0, 20),
            "DefaultHttp2ResetFrame");
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
    assertThat(netty.isLeft()).isTrue();
  }

  @Test
  void endsWithATrailer() {
    netty.write(stream, head(post(REFRESH.length() + 3)), data(REFRESH));

    netty.write(
        stream,
        new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().add("x-trailer", "t"), true));

    assertThat(netty.frames)
        .containsExactly("HEADERS " + (REFRESH.length() + 3), "DATA " + REFRESH, "HEADERS  end");
  }

  @Test
  void leavesThePipelineWhereItIsGivenUpUnsent() {
    netty.write(stream, head(post(REFRESH.length())), data(REFRESH.substring(0, 20)));

    netty.close(stream);
    netty.tell("event");

    assertThat(netty.frames).isEmpty();
    assertThat(netty.isLeft()).isTrue();
  }

  @Test
  void staysInThePipelineWhileItIsHeld() {
    netty.write(stream, head(post(REFRESH.length())), data(REFRESH.substring(0, 20)));

    netty.tell("event");

    assertThat(netty.isLeft()).isFalse();
    assertThat(netty.events).contains("event");
  }

  @Test
  void holdsNoHeadThatTheServerIsToAnswer() {
    netty.write(stream, head(post().add("expect", "100-continue")));
    assertThat(netty.frames).containsExactly("HEADERS ");

    netty.write(stream, data(REFRESH.substring(0, 20)), last(REFRESH.substring(20)));

    assertThat(netty.frames).containsExactly("HEADERS ", "DATA " + CHANGED + " end");
  }

  @Test
  void holdsNothingOfABodyThatIsToldToBeTooLong() {
    netty.write(stream, head(post(FormBytes.LARGEST + 1)));

    assertThat(netty.frames).hasSize(1);
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void leavesOneWithoutABody() {
    netty.write(stream, new DefaultHttp2HeadersFrame(post(), true));

    assertThat(netty.frames).containsExactly("HEADERS  end");
    assertThat(netty.attempts.reasons()).isEmpty();
  }

  @Test
  void leavesWhatIsNoForm() {
    netty.write(stream, head(post().set("content-type", "application/json")));

    assertThat(netty.frames).hasSize(1);
  }

  @Test
  @SuppressWarnings("deprecation")
  void leavesTheOlderCodecWhichWritesPastAllHandlers() {
    NettyConnection older =
        new NettyConnection(
            Http2MultiplexCodecBuilder.forClient(
                    new ChannelInitializer<>() {
                      @Override
                      protected void initChannel(Channel channel) {}
                    })
                .build());

    Http2StreamChannel old = older.open();
    older.write(old, head(post(REFRESH.length())), last(REFRESH));

    assertThat(older.attempts.reasons()).isEmpty();
  }

  @Test
  void takesTheHostWhereNoAuthorityIsTold() {
    Http2Headers headers = post(REFRESH.length());
    headers.remove(":authority");
    headers.add("host", "idp.example.com");

    netty.write(stream, head(headers), last(REFRESH));

    assertThat(netty.attempts.reasons()).containsExactly("added");
  }

  @Test
  void readsItsHeaderByNamesInAnyCase() {
    netty.write(
        stream, head(post().add("authorization", "Basic aWQ6eA==")), data(REFRESH), last(""));

    assertThat(netty.attempts.reasons()).containsExactly("http-basic");
  }

  @Test
  void tellsWhatTheServerAnswered() {
    netty.write(stream, head(post()), last(REFRESH));

    netty.receive(stream, head(new DefaultHttp2Headers().status("103")));
    netty.receive(stream, head(new DefaultHttp2Headers().status("400")));
    netty.receive(stream, data(REFUSED));
    assertThat(netty.isLeft()).isFalse();
    netty.receive(stream, new DefaultHttp2HeadersFrame(new DefaultHttp2Headers(), true));

    assertThat(netty.attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(netty.attempts.log.lastFact("error")).isEqualTo("invalid_request");
    assertThat(netty.isLeft()).isTrue();
  }

  @Test
  void tellsNothingOfWhatTheServerAnsweredToOthers() {
    Http2StreamChannel other = netty.open();
    netty.write(other, head(post().method("GET")), last(""));
    netty.write(stream, head(post()), last(REFRESH));

    netty.receive(
        other, new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status("500"), true));
    netty.receiveOfNone(new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR));

    assertThat(netty.isLeft()).isFalse();
    assertThat(netty.attempts.log.entries).hasSize(1);
  }

  @Test
  void awaitsNoAnswerOnceTheServerResetsTheStream() {
    netty.write(stream, head(post()), last(REFRESH));

    netty.receive(stream, new DefaultHttp2ResetFrame(Http2Error.REFUSED_STREAM));

    assertThat(netty.isLeft()).isTrue();
    assertThat(netty.attempts.log.entries).hasSize(1);
  }

  @Test
  void tellsTheStatusOfAnAnswerThatIsCutOff() {
    netty.write(stream, head(post()), last(REFRESH));

    netty.receive(stream, head(new DefaultHttp2Headers().status("400")));
    netty.receive(stream, new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR));

    assertThat(netty.attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(netty.isLeft()).isTrue();
  }

  @Test
  void awaitsNoAnswerOnceTheClientHasCancelled() {
    netty.write(stream, head(post()), data(REFRESH), last(""));

    netty.close(stream);
    netty.tell(ChannelInputShutdownEvent.INSTANCE);

    assertThat(netty.frames).contains("DefaultHttp2ResetFrame");
    assertThat(netty.isLeft()).isTrue();
  }
}
