package dev.mcphotfix.agent.weave.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.bridge.Bridge;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Function;
import okio.Buffer;
import org.apache.commons.logging.Log;
import org.apache.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls in every method of libraries, by compilers of Kotlin, of Java and of a Java long ago. */
final class CallWeaverTest {

  @AfterEach
  void disconnect() {
    Bridge.connect(null);
  }

  @ParameterizedTest
  @ValueSource(classes = {Buffer.class, HttpHost.class, Log.class})
  void passesTheVerifierInEveryMethodOfALibrary(Class<?> type) throws Exception {
    try (WovenLibrary woven = WovenLibrary.of(type);
        WovenLibrary plain = WovenLibrary.notWoven(type)) {
      for (String name : woven.classNames()) {
        String obstacle = woven.obstacle(name);
        // Such as a class of which a library is not there.
        String expected = obstacle == null ? null : plain.obstacle(name);
        assertThat(obstacle).as(name).isEqualTo(expected);
      }
    }
  }

  @Test
  void leavesALibraryWhatItDoesWhereEachCallGivesBackWhatItIsGiven() throws Exception {
    Echo echo = new Echo();
    Bridge.connect(echo);

    try (WovenLibrary woven = WovenLibrary.of(Buffer.class)) {
      assertThat(hash(woven)).isEqualTo(new Buffer().writeUtf8("a form").sha256().hex());
    }
    assertThat(echo.arguments).hasPositiveValue();
    assertThat(echo.returned).hasPositiveValue();
    assertThat(echo.fields).hasPositiveValue();
  }

  @Test
  void changesWhatALibraryDoesWhereACallGivesSomethingElse() throws Exception {
    Bridge.connect(new Echo("a form", "another"));

    try (WovenLibrary woven = WovenLibrary.of(Buffer.class)) {
      assertThat(hash(woven)).isEqualTo(new Buffer().writeUtf8("another").sha256().hex());
    }
  }

  private static Object hash(ClassLoader loader) throws Exception {
    Class<?> type = loader.loadClass(Buffer.class.getName());
    Object buffer = type.getDeclaredConstructor().newInstance();
    type.getMethod("writeUtf8", String.class).invoke(buffer, "a form");
    Object hash = type.getMethod("sha256").invoke(buffer);
    return hash.getClass().getMethod("hex").invoke(hash);
  }

  /** Gives back what a method is given, what it returns and its field, but for one text. */
  private static final class Echo
      implements Function<Object[], @Nullable Object>, BiPredicate<String, @Nullable Object> {

    private final AtomicInteger arguments = new AtomicInteger();
    private final AtomicInteger returned = new AtomicInteger();
    private final AtomicInteger fields = new AtomicInteger();
    private final Object text;
    private final Object instead;

    Echo() {
      this("", "");
    }

    Echo(Object text, Object instead) {
      this.text = text;
      this.instead = instead;
    }

    @Override
    public boolean test(String key, @Nullable Object first) {
      return true;
    }

    @Override
    public @Nullable Object apply(Object[] call) {
      if (!call[0].equals("Arguments")) {
        (call[0].equals("Return") ? returned : fields).incrementAndGet();
        return call[3];
      }
      arguments.incrementAndGet();
      Object[] given = (Object[]) Objects.requireNonNull(call[2]);
      for (int i = 0; i < given.length; i++) {
        given[i] = text.equals(given[i]) ? instead : given[i];
      }
      return given;
    }
  }
}
