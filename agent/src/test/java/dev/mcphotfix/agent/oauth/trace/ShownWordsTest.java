package dev.mcphotfix.agent.oauth.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of a scope and of a thread's name. */
final class ShownWordsTest {

  @ParameterizedTest
  @CsvSource({
    "openid profile offline_access, openid profile offline_access",
    "mcp:tools/read, mcp:tools/read",
    "mcp:hush read, *** read",
    "hush, ***",
    ":, ***",
    "'', none"
  })
  void showsOfAScopeOnlyWordsOfWhichScopesAreMade(String scope, String shown) {
    assertThat(Scope.shown(scope)).isEqualTo(shown);
  }

  @Test
  void showsNamesOfThreads() {
    assertThat(shown("ForkJoinPool.commonPool-worker-1"))
        .isEqualTo("ForkJoinPool.commonPool-worker-1");
  }

  @Test
  void masksATokenInTheNameOfAThread() {
    assertThat(shown("call eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.x")).isEqualTo("call ***.x");
  }

  private static String shown(String name) {
    return ThreadName.shown(new Thread(name));
  }
}
