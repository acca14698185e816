package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Frames of HTTP/2 as one copy of Netty has them.
 *
 * @param neighbour an object of that copy's HTTP/2
 */
record NettyFrames(Object neighbour) {

  private static final String HTTP = "io.netty.handler.codec.http2.";
  private static final String HEADERS = HTTP + "Http2HeadersFrame";
  private static final String DATA = HTTP + "Http2DataFrame";
  private static final String DEFAULT_HEADERS = HTTP + "DefaultHttp2HeadersFrame";
  private static final String DEFAULT_DATA = HTTP + "DefaultHttp2DataFrame";

  /** The older codec writes the frames of its streams itself, past all handlers. */
  boolean passBy() {
    return is(HTTP + "Http2MultiplexCodec", neighbour);
  }

  /** Whether the neighbour is the codec whose frames pass handlers. */
  boolean isFrameCodec() {
    return is(HTTP + "Http2FrameCodec", neighbour);
  }

  boolean isHead(Object message) {
    return is(HEADERS, message);
  }

  /** Whether it is of a request's or a response's head, body or trailer. */
  boolean isPart(Object message) {
    return is(HEADERS, message) || is(DATA, message);
  }

  boolean isReset(Object message) {
    return is(HTTP + "Http2ResetFrame", message);
  }

  /** Whether the codec tells something of a stream. */
  boolean isEvent(Object message) {
    return is(HTTP + "Http2FrameStreamEvent", message);
  }

  /** Whether a part is the last one of its stream. */
  boolean isLast(Object part) {
    return (boolean) HostCalls.answer(part, "isEndStream");
  }

  /** Null for what is of no stream. */
  @Nullable Object stream(Object message) {
    return is(HTTP + "Http2StreamFrame", message) ? HostCalls.call(message, "stream") : null;
  }

  /** The same head, but for one field, which stays away where it was not there. */
  Object head(Object frame, String name, int value) {
    Object fields = fields(HostCalls.answer(frame, "headers"), name, value);
    Object padding = HostCalls.answer(frame, "padding");
    return HostCalls.create(neighbour, DEFAULT_HEADERS, fields, false, padding);
  }

  /** The same fields, but for one, which stays away where it was not there. */
  Object fields(Object own, String name, int value) {
    Object fields = HostCalls.create(neighbour, HTTP + "DefaultHttp2Headers", false);
    for (Object each : (Iterable<?>) own) {
      Map.Entry<?, ?> field = (Map.Entry<?, ?>) each;
      boolean isOther = name.contentEquals((CharSequence) field.getKey());
      Object kept = isOther ? String.valueOf(value) : field.getValue();
      HostCalls.call(fields, "add", field.getKey(), kept);
    }
    return fields;
  }

  /** A part of a body that is not the last. */
  Object data(Object buffer) {
    return HostCalls.create(neighbour, DEFAULT_DATA, buffer, false);
  }

  private boolean is(String type, Object message) {
    return LibraryType.near(neighbour, type).isInstance(message);
  }
}
