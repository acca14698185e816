package dev.mcphotfix.agent.http.ktor;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.Reflection;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HeldForm;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One body of unknown length on its way from the application to a Ktor engine, held until it is
 * whole, so that the form can still be changed. What is longer than 64 KiB passes as it comes.
 */
final class KtorStream implements SuspendingCalls.Step {

  private static final byte[] NOTHING = {};

  /** What a read answers at the end. */
  private static final Integer END = -1;

  private final Object content;
  private final Coroutines coroutines;
  private final Consumer<Throwable> failures;
  private final Object sink;
  private final Method read;
  private final Method write;
  private final HeldForm form;
  private final byte[] piece = new byte[8 * 1024];
  private @Nullable Object source;
  private boolean ended;

  private KtorStream(
      Object content,
      Coroutines coroutines,
      Object sink,
      Method read,
      Method write,
      Attempt attempt) {
    this.content = content;
    this.coroutines = coroutines;
    failures = attempt.failures();
    this.sink = sink;
    this.read = read;
    this.write = write;
    form = new HeldForm(attempt);
  }

  /**
   * A suspending function that writes a body to the channel that it is given.
   *
   * @param content an {@code OutgoingContent.ReadChannelContent}
   * @param neighbour has a class that sees Ktor's client
   */
  static Object writer(Object content, Object neighbour, Attempt attempt) {
    Method read = suspending(neighbour, "ByteReadChannel", "readAvailable");
    Method write = suspending(neighbour, "ByteWriteChannel", "writeFully");
    Coroutines coroutines = new Coroutines(neighbour);
    return SuspendingCalls.function(
        neighbour,
        sink -> new KtorStream(content, coroutines, sink, read, write, attempt),
        attempt.failures());
  }

  /** A read answers a number. */
  @Override
  public @Nullable Object next(@Nullable Object answer, Object continuation) throws Throwable {
    if (answer instanceof Integer count) {
      return received(count, continuation);
    }
    return ended ? null : read(continuation);
  }

  @Override
  public void failed(Throwable cause) {
    try {
      if (source != null) {
        HostCalls.call(source, "cancel", cause);
      }
    } catch (HostCallException closed) {
      // The engine is told all the same.
    }
  }

  private @Nullable Object received(int count, Object continuation) throws Throwable {
    ended = count < 0;
    if (ended) {
      throwIfBroken(source());
      Object suspended = coroutines.suspended();
      if (form.awaits(NOTHING, () -> coroutines.resumeSoon(continuation, END, failures))) {
        return suspended; // The end comes once more when a discovery has ended.
      }
    }
    byte[] bytes = ended ? form.whole() : form.add(piece, 0, count);
    return ended || bytes.length > 0
        ? call(write, sink, bytes, 0, bytes.length, continuation)
        : read(continuation);
  }

  private @Nullable Object read(Object continuation) throws Throwable {
    return call(read, source(), piece, 0, piece.length, continuation);
  }

  private Object source() {
    if (source == null) {
      source = HostCalls.answer(content, "readFrom");
    }
    return source;
  }

  /** In Ktor 3 a channel that has failed ends like one that is complete. */
  private static void throwIfBroken(Object source) throws Throwable {
    if (HostCalls.call(source, "getClosedCause") instanceof Throwable cause) {
      throw cause;
    }
  }

  private static @Nullable Object call(
      Method method, Object channel, byte[] bytes, int from, int count, Object continuation)
      throws Throwable {
    Object[] arguments =
        Modifier.isStatic(method.getModifiers())
            ? new Object[] {channel, bytes, from, count, continuation}
            : new Object[] {bytes, from, count, continuation};
    return Reflection.invoke(method, channel, arguments);
  }

  /** Ktor 3 has it beside its channels, Ktor 2 in them. Looked up before anything depends on it. */
  private static Method suspending(Object neighbour, String channel, String name) {
    String type = "io.ktor.utils.io.".concat(channel);
    Class<?> continuation = LibraryType.near(neighbour, "kotlin.coroutines.Continuation");
    Class<?> own = LibraryType.near(neighbour, type);
    try {
      return own.getMethod(name, byte[].class, int.class, int.class, continuation);
    } catch (NoSuchMethodException newer) {
      return beside(
          LibraryType.near(neighbour, type.concat("OperationsKt")), name, own, continuation);
    }
  }

  private static Method beside(Class<?> type, String name, Class<?> own, Class<?> continuation) {
    try {
      return type.getMethod(name, own, byte[].class, int.class, int.class, continuation);
    } catch (NoSuchMethodException unknown) {
      throw new HostCallException(unknown.toString());
    }
  }
}
