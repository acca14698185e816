package dev.mcphotfix.agent.http.jetty;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a content of Jetty's that is in memory, a {@code BytesRequestContent} or one that extends
 * it: all of it is there at once, and can be read again. Used by one thread.
 */
final class JettyMemory {

  private static final String CONSUMER = "org.eclipse.jetty.client.api.Request$Content$Consumer";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean more;
  private boolean whole;

  private JettyMemory() {}

  /** Jetty's texts and forms are such contents, too. */
  static boolean holds(Object content) {
    Class<?> type = content.getClass();
    while (type != null && !type.getSimpleName().equals("BytesRequestContent")) {
      type = type.getSuperclass();
    }
    return type != null;
  }

  /** All of it; null where it is not as expected, and then as it was. */
  static byte @Nullable [] read(Object content) {
    JettyMemory memory = new JettyMemory();
    try {
      if (isPulled(content)) {
        memory.pull(content);
        HostCalls.call(content, "rewind");
      } else {
        memory.takePushed(content);
      }
    } catch (HostCallException e) {
      return null;
    }
    return memory.whole ? memory.bytes.toByteArray() : null;
  }

  /** As by Jetty 12. */
  private static boolean isPulled(Object content) {
    for (Method method : content.getClass().getMethods()) {
      if (method.getName().equals("read")) {
        return true;
      }
    }
    return false;
  }

  private void pull(Object content) {
    do {
      Object chunk = HostCalls.answer(content, "read");
      take(
          (ByteBuffer) HostCalls.answer(chunk, "getByteBuffer"),
          (boolean) HostCalls.answer(chunk, "isLast"));
    } while (!whole);
  }

  private void takePushed(Object content) {
    Class<?> type = LibraryType.near(content, CONSUMER);
    Object consumer =
        StandIn.of(
                null,
                failure -> whole = false,
                given -> {
                  if (given.argument(0) instanceof ByteBuffer piece) {
                    take(piece, Boolean.TRUE.equals(given.argument(1)));
                  }
                  return null;
                })
            .as(type);
    Object subscription = HostCalls.answer(content, "subscribe", consumer, true);
    do {
      more = false;
      HostCalls.call(subscription, "demand");
    } while (more && !whole);
  }

  private void take(ByteBuffer piece, boolean last) {
    byte[] part = new byte[piece.remaining()];
    piece.get(part);
    bytes.writeBytes(part);
    more = true;
    whole = last;
  }
}
