package dev.mcphotfix.agent.record;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HostClassLoaderTest {

  private final HookFixture hook = HookFixture.example();

  @Test
  void holdsNoClassLoaderOfTheHost() throws Exception {
    WeakReference<ClassLoader> loader = new WeakReference<>(healedInALoaderOfItsOwn());

    for (int i = 0; i < 100 && loader.get() != null; i++) {
      System.gc();
    }

    assertThat(hook.reasons()).containsExactly("record-patched", "record-patched");
    assertThat(loader.get()).isNull();
  }

  @Test
  void healsARecordOfAnotherLoaderEachTime() throws Exception {
    assertThat(healedInALoaderOfItsOwn()).isNotSameAs(healedInALoaderOfItsOwn());

    assertThat(hook.reasons()).containsOnly("record-patched").hasSize(4);
  }

  private ClassLoader healedInALoaderOfItsOwn() throws ReflectiveOperationException {
    HostLoader host = new HostLoader();
    Object bean = host.create(Bean.class);
    Object answer = hook.handle(bean);
    assertThat(answer).isNull();
    assertThat(bean).hasToString(ID);
    Object rebuilt = hook.handle(host.create(Immutable.class));
    assertThat(rebuilt).isNotNull();
    return host;
  }

  /** Loads the two classes anew, as the host's own loader does. */
  private static final class HostLoader extends ClassLoader {

    HostLoader() {
      super(HostClassLoaderTest.class.getClassLoader());
    }

    Object create(Class<?> type) throws ReflectiveOperationException {
      byte[] bytes = bytes(type);
      Class<?> own = defineClass(type.getName(), bytes, 0, bytes.length);
      return own.getConstructor().newInstance();
    }

    private static byte[] bytes(Class<?> type) {
      String file = type.getName().replace('.', '/') + ".class";
      try (@Nullable InputStream stream = type.getClassLoader().getResourceAsStream(file)) {
        assertThat(stream).isNotNull();
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A host's mutable record. */
  @SuppressWarnings("UnusedVariable") // the agent reads and sets them
  public static final class Bean {
    private final String serverName = "example-server";
    private final String refreshToken = "rt-secret";
    private @Nullable String clientId;

    /** As the host's loader does it. */
    public Bean() {}

    @Override
    public String toString() {
      return String.valueOf(clientId);
    }
  }

  /** A host's immutable record. */
  public record Immutable(String serverName, String refreshToken, @Nullable String clientId) {

    /** As the host's loader does it. */
    public Immutable() {
      this("example-server", "rt-secret", null);
    }
  }
}
