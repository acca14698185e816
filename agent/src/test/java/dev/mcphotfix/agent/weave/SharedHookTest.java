package dev.mcphotfix.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;

/** The libraries that send through one woven class. */
final class SharedHookTest {

  private static final String NETTY = "reactor-netty,vertx,micronaut";

  private static final ClassLoader LOADER = HttpClient.class.getClassLoader();

  @Test
  void isNamedAfterTheOneThatIsThere() {
    assertThat(SharedHook.name(NETTY, LOADER)).isEqualTo("reactor-netty");
  }

  @Test
  void isNamedAfterNoneThatIsNotThere() {
    assertThat(SharedHook.name(NETTY, new ClassLoader() {})).isEqualTo("netty");
    assertThat(SharedHook.name(NETTY, null)).isEqualTo("netty");
  }

  @Test
  void keepsTheNameOfAHookOfItsOwn() {
    assertThat(SharedHook.name("vertx", new ClassLoader() {})).isEqualTo("vertx");
    assertThat(SharedHook.name("okhttp", LOADER)).isEqualTo("okhttp");
  }
}
