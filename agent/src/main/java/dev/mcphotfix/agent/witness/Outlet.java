package dev.mcphotfix.agent.witness;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The methods of the JDK, and of what hosts bring to encrypt or to send in native code, through
 * which plain text leaves. What is encrypted passes some of them as well, and looks like nothing.
 */
enum Outlet {
  SOCKET("http", "java.net.Socket$SocketOutputStream", Outlet.STREAM),
  CHANNEL("http", "sun.nio.ch.SocketChannelImpl", "write(java.nio.ByteBuffer)"),
  CHANNEL_GATHERING("http", "sun.nio.ch.SocketChannelImpl", "write(java.nio.ByteBuffer[],int,int)"),
  CHANNEL_STREAM("http", "sun.nio.ch.SocketChannelImpl", "blockingWriteFully(byte[],int,int)"),
  ASYNC_CHANNEL("http", Outlet.ASYNC, "write(java.nio.ByteBuffer)"),
  ASYNC_CHANNEL_HANDLED("http", Outlet.ASYNC, "write(java.nio.ByteBuffer" + Outlet.HANDLED),
  ASYNC_CHANNEL_GATHERING(
      "http", Outlet.ASYNC, "write(java.nio.ByteBuffer[],int,int" + Outlet.HANDLED),
  TLS_SOCKET("https", "sun.security.ssl.SSLSocketImpl$AppOutputStream", Outlet.STREAM),
  TLS_ENGINE("https", "sun.security.ssl.SSLEngineImpl", Outlet.WRAP),
  OPENSSL_ENGINE("https", "io.netty.handler.ssl.ReferenceCountedOpenSslEngine", Outlet.WRAP),
  CONSCRYPT_ENGINE("https", "org.conscrypt.ConscryptEngine", Outlet.WRAP),
  CONSCRYPT_SOCKET(
      "https", "org.conscrypt.ConscryptFileDescriptorSocket$SSLOutputStream", Outlet.STREAM),
  BOUNCY_CASTLE_ENGINE("https", Outlet.BOUNCY_CASTLE + "Engine", Outlet.WRAP),
  BOUNCY_CASTLE_SOCKET("https", Outlet.BOUNCY_CASTLE + "SocketDirect$AppDataOutput", Outlet.STREAM),
  BOUNCY_CASTLE_LAYERED_SOCKET(
      "https", Outlet.BOUNCY_CASTLE + "SocketWrap$AppDataOutput", Outlet.STREAM),
  KTOR_GCM("https", "io.ktor.network.tls.cipher.GCMCipher", Outlet.KTOR),
  KTOR_CBC("https", "io.ktor.network.tls.cipher.CBCCipher", Outlet.KTOR),
  EPOLL("http", "io.netty.channel.epoll.AbstractEpollStreamChannel", Outlet.NETTY),
  KQUEUE("http", "io.netty.channel.kqueue.AbstractKQueueStreamChannel", Outlet.NETTY);

  private static final String STREAM = "write(byte[],int,int)";
  private static final String WRAP = "wrap(java.nio.ByteBuffer[],int,int,java.nio.ByteBuffer)";
  private static final String BOUNCY_CASTLE = "org.bouncycastle.jsse.provider.ProvSSL";
  private static final String KTOR = "encrypt(io.ktor.network.tls.TLSRecord)";
  private static final String ASYNC = "sun.nio.ch.AsynchronousSocketChannelImpl";
  private static final String HANDLED =
      ",long,java.util.concurrent.TimeUnit,java.lang.Object,java.nio.channels.CompletionHandler)";

  /** Is given each message once, which then is sent by its address. */
  private static final String NETTY = "filterOutboundMessage(java.lang.Object)";

  private final String scheme;

  @SuppressWarnings("ImmutableEnumChecker") // It is a record of texts.
  private final HookPoint point;

  Outlet(String scheme, String className, String method) {
    int open = method.indexOf('(');
    List<String> types =
        Arrays.asList(method.substring(open + 1, method.length() - 1).split(",", -1));
    boolean written = types.get(0).startsWith("byte") || types.get(0).startsWith("java.nio.");
    this.scheme = scheme;
    this.point =
        new HookPoint(
            Witness.HOOK,
            className,
            method.substring(0, open),
            types,
            written ? new Target.Written() : new Target.Arguments());
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
    List<String> types = point.parameterTypes();
    return types != null && types.get(0).startsWith("java.nio.");
  }

  /** What a call on that connection is about to send. */
  static PlainText text(Object connection, List<@Nullable Object> arguments) {
    Object first = arguments.get(0);
    if (first instanceof byte[] bytes) {
      return PlainText.of(bytes, index(arguments, 1), index(arguments, 2));
    }
    if (first instanceof ByteBuffer buffer) {
      return PlainText.of(buffer);
    }
    if (first instanceof ByteBuffer[] buffers) {
      return PlainText.of(buffers, index(arguments, 1), index(arguments, 2));
    }
    if (first == null) {
      return PlainText.nothing();
    }
    return first.getClass().getName().equals(KtorRecord.CLASS_NAME)
        ? KtorRecord.text(first)
        : ofNetty(connection, first);
  }

  /** Its buffers are asked for views: its indices and its count of references stay. */
  private static PlainText ofNetty(Object channel, Object message) {
    if (!LibraryType.near(channel, "io.netty.buffer.ByteBuf").isInstance(message)) {
      return PlainText.nothing(); // As a file is.
    }
    int length = Math.min((int) HostCalls.answer(message, "readableBytes"), PlainText.MOST);
    Object start = HostCalls.answer(message, "readerIndex");
    ByteBuffer[] views = (ByteBuffer[]) HostCalls.answer(message, "nioBuffers", start, length);
    return PlainText.of(views, 0, views.length);
  }

  private static int index(List<@Nullable Object> arguments, int at) {
    return arguments.get(at) instanceof Integer index ? index : -1;
  }
}
