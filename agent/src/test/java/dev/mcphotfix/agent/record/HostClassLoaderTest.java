package dev.mcphotfix.agent.record;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.record.shape.json.JsonLibrary;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostClassLoaderTest {

  private final HookFixture hook = HookFixture.example();

  @Test
  void holdsNoClassLoaderOfTheHost() throws Exception {
    WeakReference<ClassLoader> loader = new WeakReference<>(healedInALoaderOfItsOwn());

    for (int i = 0; i < 100 && loader.get() != null; i++) {
      System.gc();
    }

    assertThat(hook.reasons()).hasSize(3).containsOnly("record-patched");
    assertThat(loader.get()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void holdsNoLibraryOfTheHost(JsonLibrary library) throws Exception {
    WeakReference<ClassLoader> loader = new WeakReference<>(healedByALibraryOfItsOwn(library));

    for (int i = 0; i < 100 && loader.get() != null; i++) {
      System.gc();
    }

    assertThat(hook.reasons()).containsExactly("record-patched", "record-patched");
    assertThat(loader.get()).isNull();
  }

  @Test
  void healsARecordOfAnotherLoaderEachTime() throws Exception {
    assertThat(healedInALoaderOfItsOwn()).isNotSameAs(healedInALoaderOfItsOwn());

    assertThat(hook.reasons()).containsOnly("record-patched").hasSize(6);
  }

  /** In a thread of its own, as some libraries keep buffers with the thread. */
  private ClassLoader healedByALibraryOfItsOwn(JsonLibrary library) throws Exception {
    FutureTask<ClassLoader> task =
        new FutureTask<>(
            () -> {
              ClassLoader host = classPathOfItsOwn();
              heal(host.loadClass(JsonLibrary.class.getName()), library.name());
              return host;
            });
    Thread thread = new Thread(task);
    thread.start();
    thread.join();
    return task.get();
  }

  private void heal(Class<?> libraries, String name) throws ReflectiveOperationException {
    Object library = libraries.getMethod("valueOf", String.class).invoke(null, name);
    Method read = libraries.getMethod("read", String.class);
    String json = "{\"serverName\":\"example-server\",\"refreshToken\":\"rt-secret\"}";
    Thread.currentThread().setContextClassLoader(libraries.getClassLoader());
    Object object = read.invoke(library, json);
    Object later = read.invoke(library, json);
    Thread.currentThread().setContextClassLoader(null);
    hook.handle(object);
    CompletableFuture<@Nullable Object> future = new CompletableFuture<>();
    assertThat(hook.handle(future)).isNotNull();
    future.complete(later);
  }

  /** Everything that this test has, once more, and none of it shared. */
  private static ClassLoader classPathOfItsOwn() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(new File(entry).toURI().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private ClassLoader healedInALoaderOfItsOwn() throws ReflectiveOperationException {
    HostLoader host = new HostLoader();
    assertThat(hook.handle(host.create(Copied.class))).isNotNull();
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

  /** A host's data class. */
  @SuppressWarnings("UnusedVariable") // the agent reads and sets them
  public static final class Copied {
    private final String serverName;
    private final String refreshToken;
    private final @Nullable String clientId;

    /** As the host's loader does it. */
    public Copied() {
      this("example-server", "rt-secret", null);
    }

    private Copied(String serverName, String refreshToken, @Nullable String clientId) {
      this.serverName = serverName;
      this.refreshToken = refreshToken;
      this.clientId = clientId;
    }

    String component1() {
      return serverName;
    }

    String component2() {
      return refreshToken;
    }

    @Nullable String component3() {
      return clientId;
    }

    Copied copy(String serverName, String refreshToken, @Nullable String clientId) {
      return new Copied(serverName, refreshToken, clientId);
    }
  }
}
