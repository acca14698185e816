package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.Map;

/**
 * What an encoder of Netty's can be given in place of a {@code HttpRequest}.
 *
 * @param message of the library, as it came
 * @param headers of that message
 */
record NettyHttp1Copies(Object encoder, Object message, Object headers) {

  private static final String HTTP = "io.netty.handler.codec.http.";
  private static final String LENGTH = "Content-Length";

  /** The head alone. */
  Object head() {
    return create("DefaultHttpRequest", headers);
  }

  /** The head alone with another length, if it tells one. */
  Object head(int length) {
    return create("DefaultHttpRequest", fields(length));
  }

  /** All of it with another body. */
  Object whole(Object body, int length) {
    Object trailer = HostCalls.answer(message, "trailingHeaders");
    return create("DefaultFullHttpRequest", body, fields(length), trailer);
  }

  private Object fields(int length) {
    Object fields = HostCalls.create(encoder, HTTP + "DefaultHttpHeaders", false);
    Iterator<?> all = (Iterator<?>) HostCalls.answer(headers, "iteratorCharSequence");
    while (all.hasNext()) {
      Map.Entry<?, ?> field = (Map.Entry<?, ?>) all.next();
      boolean isLength = field.getKey().toString().equalsIgnoreCase(LENGTH);
      Object value = isLength ? String.valueOf(length) : field.getValue();
      HostCalls.call(fields, "add", field.getKey(), value);
    }
    return fields;
  }

  /** Whether the encoder gives up what it was given: in older versions its caller does. */
  boolean encoderReleases() {
    for (Method method : encoder.getClass().getMethods()) {
      if (method.getName().equals("write")) {
        return method.getDeclaringClass().getSimpleName().equals("HttpObjectEncoder");
      }
    }
    return false;
  }

  private Object create(String type, Object... rest) {
    Object[] arguments = new Object[3 + rest.length];
    arguments[0] = HostCalls.answer(message, "protocolVersion");
    arguments[1] = HostCalls.answer(message, "method");
    arguments[2] = HostCalls.answer(message, "uri");
    System.arraycopy(rest, 0, arguments, 3, rest.length);
    return HostCalls.create(encoder, HTTP + type, arguments);
  }
}
