package dev.mcphotfix.agent.witness;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Target;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The methods of the JDK through which plain text leaves. What is encrypted passes some of them as
 * well, and looks like nothing.
 */
enum Outlet {
  SOCKET("http", "java.net.Socket$SocketOutputStream", "write", "byte[]", "int", "int"),
  CHANNEL("http", "sun.nio.ch.SocketChannelImpl", "write", "java.nio.ByteBuffer"),
  CHANNEL_GATHERING(
      "http", "sun.nio.ch.SocketChannelImpl", "write", "java.nio.ByteBuffer[]", "int", "int"),
  CHANNEL_STREAM(
      "http", "sun.nio.ch.SocketChannelImpl", "blockingWriteFully", "byte[]", "int", "int"),
  TLS_SOCKET(
      "https", "sun.security.ssl.SSLSocketImpl$AppOutputStream", "write", "byte[]", "int", "int"),
  TLS_ENGINE(
      "https",
      "sun.security.ssl.SSLEngineImpl",
      "wrap",
      "java.nio.ByteBuffer[]",
      "int",
      "int",
      "java.nio.ByteBuffer");

  private final String scheme;

  @SuppressWarnings("ImmutableEnumChecker") // It is a record of texts.
  private final HookPoint point;

  Outlet(String scheme, String className, String methodName, String... parameterTypes) {
    List<String> types = Arrays.asList(parameterTypes);
    this.scheme = scheme;
    this.point = new HookPoint(Witness.HOOK, className, methodName, types, new Target.Written());
  }

  /** Of the urls whose requests leave there. */
  String scheme() {
    return scheme;
  }

  HookPoint point() {
    return point;
  }

  /**
   * Whether it may send a part of what it is given, or nothing, and then is given the rest: a
   * stream sends all.
   */
  boolean mayRepeat() {
    return !point.methodName().equals("blockingWriteFully") && this != SOCKET && this != TLS_SOCKET;
  }

  /** What a call is about to send. */
  static PlainText text(List<@Nullable Object> arguments) {
    Object first = arguments.get(0);
    if (first instanceof byte[] bytes) {
      return PlainText.of(bytes, index(arguments, 1), index(arguments, 2));
    }
    if (first instanceof ByteBuffer buffer) {
      return PlainText.of(buffer);
    }
    return first instanceof ByteBuffer[] buffers
        ? PlainText.of(buffers, index(arguments, 1), index(arguments, 2))
        : PlainText.nothing();
  }

  private static int index(List<@Nullable Object> arguments, int at) {
    return arguments.get(at) instanceof Integer index ? index : -1;
  }
}
