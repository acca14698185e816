package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that one of Netty's codecs is given. Its body is with its head, or follows. */
interface NettyRequest {

  /** The codec, or the part of it that encodes. */
  Object encoder();

  /** The codec's place in the channel's pipeline. */
  Object context();

  /** What the codec is given: the head, or all of the request. */
  Object message();

  /** Null where what is written is no request. */
  @Nullable String method();

  /** Absolute. */
  String url();

  /** Whether it posts something. */
  boolean posts();

  /** Null where the body of what it posts is not worth reading. */
  @Nullable TokenRequest lead(Examiner examiner);

  /** All values of a field of its header, by the name in any case. */
  List<String> values(String name);

  /** The same of a response that begins with that message. */
  List<String> values(Object message, String name);

  /** Whether a message that passes belongs to this request, or to the response to it. */
  boolean has(Object message);

  /** Whether the request or the response ends with that message, which may be its head. */
  boolean endsWith(Object message);

  /** Whether that message ends the request, or what is known of it, without a response. */
  boolean isAbortedBy(Object message);

  /** Whether the client has given it up before anything of it was sent. */
  boolean isAbandoned();

  /** Of the response that begins with that message; negative where none does. */
  int status(Object message);

  /** Whether the server is asked for its consent before the body is sent. */
  boolean isExpectant();

  /** Of the body in bytes, as the header tells it; negative where it does not. */
  long length();

  /** The head alone, as it was. */
  Object head();

  /** The head alone; of its header only the length is another, if it is told. */
  Object head(int length);

  /** A part of the body that is not the last. */
  Object content(byte[] bytes);

  /** The last part with other bytes; what comes with it stays. */
  Object last(byte[] bytes, Object last);

  /** All of a request whose message has the body in it, with another body. */
  Object with(byte[] form);

  /** Gives the message up for what is encoded instead. */
  Object replacedBy(Object other);

  default Object pipeline() {
    return HostCalls.answer(context(), "pipeline");
  }

  default NettyBuffers buffers() {
    return new NettyBuffers(encoder());
  }
}
