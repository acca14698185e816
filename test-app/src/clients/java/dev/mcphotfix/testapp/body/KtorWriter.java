package dev.mcphotfix.testapp.body;

import io.ktor.utils.io.ByteWriteChannel;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import org.jspecify.annotations.Nullable;

/**
 * Writes a stream to a channel of Ktor 2 or 3, on a thread of its own, as a suspending function.
 */
final class KtorWriter implements Runnable {

  private final InputStream stream;
  private final ByteWriteChannel channel;
  private final Continuation<? super Unit> end;

  private KtorWriter(InputStream stream, ByteWriteChannel channel, Continuation<? super Unit> end) {
    this.stream = stream;
    this.channel = channel;
    this.end = end;
  }

  static Object write(
      InputStream stream, ByteWriteChannel channel, Continuation<? super Unit> end) {
    Thread thread = new Thread(new KtorWriter(stream, channel, end));
    thread.setDaemon(true);
    thread.start();
    return IntrinsicsKt.getCOROUTINE_SUSPENDED();
  }

  @Override
  public void run() {
    Object result = Unit.INSTANCE;
    try {
      Method writeFully = writeFully();
      byte[] bytes = new byte[1024];
      for (int count = stream.read(bytes); count >= 0; count = stream.read(bytes)) {
        int length = count;
        KtorBodies.<Unit>await(written -> call(writeFully, bytes, length, written));
      }
    } catch (Exception e) {
      result = ResultKt.createFailure(e);
    }
    end.resumeWith(result);
  }

  /** A method of the channel in Ktor 2, and a function beside it in Ktor 3. */
  private static Method writeFully() throws ReflectiveOperationException {
    Class<?>[] parameters = {byte[].class, int.class, int.class, Continuation.class};
    try {
      return ByteWriteChannel.class.getMethod("writeFully", parameters);
    } catch (NoSuchMethodException e) {
      Class<?>[] more =
          Stream.concat(Stream.of(ByteWriteChannel.class), Arrays.stream(parameters))
              .toArray(Class<?>[]::new);
      return Class.forName("io.ktor.utils.io.ByteWriteChannelOperationsKt")
          .getMethod("writeFully", more);
    }
  }

  private @Nullable Object call(
      Method writeFully, byte[] bytes, int count, Continuation<? super Unit> written) {
    try {
      return Modifier.isStatic(writeFully.getModifiers())
          ? writeFully.invoke(null, channel, bytes, 0, count, written)
          : writeFully.invoke(channel, bytes, 0, count, written);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
