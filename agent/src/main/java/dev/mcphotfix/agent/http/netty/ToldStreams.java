package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The requests that clients write to Netty's connections of HTTP/2 themselves, and whose responses
 * are told: of those the status and the header. Each connection is used by its channel's event
 * loop.
 */
final class ToldStreams {

  private final List<String> hooks;
  private final Examiner examiner;

  /** By the channel, which a value must not keep alive, and by the id of the stream. */
  private final Map<Object, Map<Integer, Sent>> open =
      Collections.synchronizedMap(new WeakHashMap<>());

  ToldStreams(List<String> hooks, Examiner examiner) {
    this.hooks = hooks;
    this.examiner = examiner;
  }

  private record Sent(String method, String url) {}

  /** The head of a request is about to be written. */
  void sent(StreamCall call, NettyHttp2Request request) {
    String method = examiner.traces() ? request.method() : null;
    if (method == null) {
      return;
    }
    String url = request.url();
    if (examiner.traces(method, url) && NettyClients.hook(request.pipeline(), hooks) != null) {
      open.computeIfAbsent(call.channel(), channel -> new RecentStreams<>())
          .put(call.id(), new Sent(method, url));
    }
  }

  /** A part of a response was read: a head, a trailer, or a buffer. */
  void answered(StreamCall call) {
    Sent request = examiner.traces() ? request(call) : null;
    if (request == null || !(call.argument(2) instanceof Iterable<?> headers)) {
      return;
    }
    NettyHttp2Header header = new NettyHttp2Header(headers);
    int status = header.status();
    if (status >= 200) {
      forget(call);
      examiner.responded(request.method(), request.url(), status, header::values);
    }
  }

  /** There will be no response. */
  void forget(StreamCall call) {
    Map<Integer, Sent> streams = open.isEmpty() ? null : open.get(call.channel());
    if (streams != null && streams.remove(call.id()) != null && streams.isEmpty()) {
      open.remove(call.channel());
    }
  }

  private @Nullable Sent request(StreamCall call) {
    Map<Integer, Sent> streams = open.get(call.channel());
    return streams == null ? null : streams.get(call.id());
  }
}
