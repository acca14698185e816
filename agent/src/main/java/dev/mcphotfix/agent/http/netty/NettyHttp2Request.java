package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A stream of HTTP/2 that posts something, whose {@code Http2HeadersFrame} Netty's frame codec is
 * given. Its body follows in frames of the same stream, with those of others between them.
 *
 * @param message the frame, which is the head
 */
record NettyHttp2Request(
    Object encoder, Object context, Object message, Object headers, Object stream)
    implements NettyRequest {

  private static final String LENGTH = "content-length";

  /** Null for whatever else is written, and for a request without a body. */
  static @Nullable NettyHttp2Request ofPost(
      Object codec, Object context, @Nullable Object message, Examiner examiner) {
    NettyFrames frames = new NettyFrames(codec);
    if (message == null || !frames.isHead(message)) {
      return null;
    }
    Object headers = HostCalls.answer(message, "headers");
    Object stream = HostCalls.call(message, "stream");
    if (stream == null) {
      return null;
    }
    NettyHttp2Request request = new NettyHttp2Request(codec, context, message, headers, stream);
    request.tell(examiner);
    return !request.isPost() || frames.isLast(message) || frames.passBy() ? null : request;
  }

  /** What a server writes has no method. */
  void tell(Examiner examiner) {
    if (examiner.looksAhead() && HostCalls.call(headers, "method") != null) {
      examiner.met(url());
    }
  }

  boolean isPost() {
    return "POST".equals(text(HostCalls.call(headers, "method")));
  }

  @Override
  public @Nullable TokenRequest lead(Examiner examiner) {
    String type = value("content-type");
    return TokenRequest.isForm(type) ? examiner.lead("POST", url(), type) : null;
  }

  @Override
  public boolean has(Object frame) {
    return frames().stream(frame) == stream && (frames().isPart(frame) || frames().isReset(frame));
  }

  @Override
  public boolean endsWith(Object frame) {
    return frames().isPart(frame) && frames().isLast(frame);
  }

  /** By a reset; or the codec tells that the stream is closed, which it also tells in the end. */
  @Override
  public boolean isAbortedBy(Object message) {
    return frames().isEvent(message)
        ? HostCalls.call(message, "stream") == stream
            && HostCalls.answer(stream, "state").toString().equals("CLOSED")
        : frames().isReset(message) && frames().stream(message) == stream;
  }

  /** The codec is told nothing of a stream that ends unsent; only its channel is closed. */
  @Override
  public boolean isAbandoned() {
    try {
      Object channel = HostCalls.field(stream, "attachment");
      return channel != null && !(boolean) HostCalls.answer(channel, "isOpen");
    } catch (HostCallException hidden) {
      return false;
    }
  }

  /** Negative for the trailer too. */
  @Override
  public int status(Object frame) {
    Object status =
        frames().isHead(frame)
            ? HostCalls.call(HostCalls.answer(frame, "headers"), "status")
            : null;
    return status == null ? -1 : Integer.parseInt(status.toString());
  }

  @Override
  public boolean isExpectant() {
    return value("expect") != null;
  }

  @Override
  public long length() {
    String length = value(LENGTH);
    return length == null ? -1 : Long.parseLong(length);
  }

  @Override
  public Object head() {
    return message;
  }

  @Override
  public Object head(int length) {
    return HostCalls.answer(frames().head(message, LENGTH, length), "stream", stream);
  }

  @Override
  public Object content(byte[] bytes) {
    return HostCalls.answer(frames().data(buffers().of(bytes)), "stream", stream);
  }

  @Override
  public Object last(byte[] bytes, Object last) {
    Object replaced = HostCalls.answer(last, "replace", buffers().of(bytes));
    return HostCalls.answer(replaced, "stream", stream);
  }

  @Override
  public Object with(byte[] form) {
    throw new IllegalStateException("a frame of headers has no body in it");
  }

  /** Nobody has to release a frame of headers. */
  @Override
  public Object replacedBy(Object other) {
    return other;
  }

  private NettyFrames frames() {
    return new NettyFrames(encoder);
  }

  /** Where a client leaves the authority out, the field of HTTP/1.1 has it (RFC 9113, 8.3.1). */
  private String url() {
    String authority = text(HostCalls.call(headers, "authority"));
    authority = authority == null ? value("host") : authority;
    return HostCalls.call(headers, "scheme") + "://" + authority + HostCalls.call(headers, "path");
  }

  private @Nullable String value(String name) {
    return text(HostCalls.call(headers, "get", name));
  }

  @Override
  public List<String> values(String name) {
    List<?> values = (List<?>) HostCalls.answer(headers, "getAll", name.toLowerCase(Locale.ROOT));
    return values.stream().map(Object::toString).toList();
  }

  private static @Nullable String text(@Nullable Object characters) {
    return characters == null ? null : characters.toString();
  }
}
