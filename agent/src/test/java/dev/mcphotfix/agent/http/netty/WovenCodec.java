package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.Invocation;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/** As Netty's codec of HTTP/1.1, which is final: its encoder does what a woven one would do. */
final class WovenCodec
    extends CombinedChannelDuplexHandler<HttpResponseDecoder, HttpRequestEncoder> {

  /** The requests without a response, as Netty's own codec keeps them in a field of that name. */
  final Queue<HttpMethod> queue = new ArrayDeque<>();

  WovenCodec(HookHandler handler) {
    init(new HttpResponseDecoder(), new Encoder(handler));
  }

  private static final class Encoder extends HttpRequestEncoder {

    private final HookHandler handler;

    private Encoder(HookHandler handler) {
      this.handler = handler;
    }

    @Override
    protected void encode(ChannelHandlerContext context, Object message, List<Object> out)
        throws Exception {
      Object other =
          handler.handle(
              new Invocation("netty", this, Arrays.asList(context, message, out), message));
      super.encode(context, other == null ? message : other, out);
    }
  }
}
