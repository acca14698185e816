package dev.mcphotfix.agent.http.netty;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.netty.NettyChannel.full;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Severity;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which libraries on top of Netty are met, and where. */
final class NettyTest {

  @ParameterizedTest
  @CsvSource({
    "reactor-netty, reactor.netty.channel.AHandler",
    "vertx, io.vertx.core.http.impl.VertxHandler",
    "vertx, com.example.shaded.io.vertx.VertxHandler",
    "micronaut, io.micronaut.http.client.netty.Handler",
    "async-http-client, org.asynchttpclient.netty.handler.HttpHandler",
  })
  void aLibraryIsToldByItsHandlers(String hook, String type) {
    NettyChannel netty = new NettyChannel(List.of(hook), "handler", handler(type));

    netty.write(full(REFRESH));

    assertThat(netty.sentBody()).isEqualTo(CHANGED);
    assertThat(netty.attempts.log.last().facts()).containsEntry("hook", hook);
  }

  @ParameterizedTest
  @CsvSource({
    "reactor-netty, io.vertx.core.http.impl.VertxHandler",
    "vertx, reactor.netty.channel.AHandler",
  })
  void aLibraryWhoseHookIsSwitchedOffIsLeftAlone(String hook, String type) {
    NettyChannel netty = new NettyChannel(List.of(hook), "handler", handler(type));

    netty.write(full(REFRESH));

    assertThat(netty.sentBody()).isEqualTo(REFRESH);
    assertThat(netty.attempts.reasons()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.audio.vertx.Handler", "io.vertxes.Handler"})
  void anUnknownClientIsLeftAloneAndTold(String type) {
    NettyChannel netty = new NettyChannel(List.of("vertx"), "handler", handler(type));

    netty.write(full(REFRESH));

    assertThat(netty.sentBody()).isEqualTo(REFRESH);
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable:unknown-client");
    assertThat(netty.attempts.log.last().severity()).isEqualTo(Severity.WARN);
  }

  @Test
  void whateverElseAnUnknownClientSendsIsNotTold() {
    NettyChannel netty =
        new NettyChannel(List.of("vertx"), "handler", handler("com.audio.vertx.Handler"));

    FullHttpRequest request = full(REFRESH);
    request.headers().set("Content-Type", "application/json");

    netty.write(request);

    assertThat(netty.sentBody()).isEqualTo(REFRESH);
    assertThat(netty.attempts.reasons()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "reactor-netty, reactor.left.httpCodec, true",
    "reactor-netty, relocated.reactor.right.reactiveBridge, true",
    "reactor-netty, reactor.middle.handler, false",
    "reactor-netty, myreactor.left.handler, false",
    "vertx, reactor.left.httpCodec, false",
  })
  void reactorNettyIsToldByTheNamesOfItsHandlers(String hook, String name, boolean met) {
    NettyChannel netty = new NettyChannel(List.of(hook), name, new ChannelInboundHandlerAdapter());

    netty.write(full(REFRESH));

    assertThat(netty.sentBody()).isEqualTo(met ? CHANGED : REFRESH);
  }

  @Test
  void theFirstHookThatKnowsAHandlerIsNamed() {
    NettyChannel netty =
        new NettyChannel(
            List.of("micronaut", "vertx"), "handler", handler("io.vertx.VertxHandler"));

    netty.write(full(REFRESH));

    assertThat(netty.attempts.log.last().facts()).containsEntry("hook", "vertx");
  }

  /** One whose class has that name. */
  static ChannelHandler handler(String type) {
    try {
      return new ByteBuddy()
          .subclass(ChannelInboundHandlerAdapter.class)
          .name(type)
          .make()
          .load(NettyTest.class.getClassLoader())
          .getLoaded()
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
