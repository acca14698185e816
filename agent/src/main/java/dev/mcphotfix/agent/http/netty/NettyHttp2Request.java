package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream of HTTP/2 whose {@code Http2HeadersFrame} Netty's frame codec is given. Its body follows
 * in frames of the same stream, with those of others between them.
 *
 * @param message the frame, which is the head
 */
record NettyHttp2Request(
    Object encoder, Object context, Object message, Object headers, Object stream)
    implements NettyRequest {

  private static final String LENGTH = "content-length";

  /** Null for whatever else is written, and for that of which no handler sees the frames. */
  static @Nullable NettyHttp2Request of(
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
    return frames.passBy() ? null : request;
  }

  void tell(Examiner examiner) {
    if (examiner.looksAhead() && method() != null) {
      examiner.met(url());
    }
  }

  /** What a server writes has none. */
  @Override
  public @Nullable String method() {
    return header().text("method");
  }

  boolean isPost() {
    return "POST".equals(method());
  }

  /** Not where nothing follows its head. */
  @Override
  public boolean posts() {
    return isPost() && !frames().isLast(message);
  }

  @Override
  public @Nullable TokenRequest lead(Examiner examiner) {
    String type = value("content-type");
    return TokenRequest.isForm(type) ? examiner.lead("POST", url(), type) : null;
  }

  @Override
  public boolean has(Object frame) {
    return own().has(frame);
  }

  @Override
  public boolean endsWith(Object frame) {
    return frames().isPart(frame) && frames().isLast(frame);
  }

  @Override
  public boolean isAbortedBy(Object message) {
    return own().isAbortedBy(message);
  }

  @Override
  public boolean isAbandoned() {
    return own().isAbandoned();
  }

  /** Negative for the trailer too. */
  @Override
  public int status(Object frame) {
    return frames().isHead(frame) ? headerOf(frame).status() : -1;
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

  private NettyHttp2Stream own() {
    return new NettyHttp2Stream(frames(), stream);
  }

  private NettyFrames frames() {
    return new NettyFrames(encoder);
  }

  @Override
  public String url() {
    return header().url();
  }

  private @Nullable String value(String name) {
    return header().value(name);
  }

  @Override
  public List<String> values(String name) {
    return header().values(name);
  }

  @Override
  public List<String> values(Object frame, String name) {
    return headerOf(frame).values(name);
  }

  private NettyHttp2Header header() {
    return new NettyHttp2Header(headers);
  }

  private static NettyHttp2Header headerOf(Object frame) {
    return new NettyHttp2Header(HostCalls.answer(frame, "headers"));
  }
}
