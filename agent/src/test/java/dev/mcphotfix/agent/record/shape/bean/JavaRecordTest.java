package dev.mcphotfix.agent.record.shape.bean;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.record.HookFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JavaRecordTest {

  private static final String NAME = "example-server";

  private final HookFixture hook = HookFixture.example();

  @Test
  void rebuildsTheRecordWithTheIdAndNothingElse() {
    Object answer = hook.handle(new Credential(NAME, "rt", null, 5));

    assertThat(answer).isEqualTo(new Credential(NAME, "rt", ID, 5));
  }

  @Test
  void leavesRecordWithAnIdAlone() {
    assertThat(hook.handle(new Credential(NAME, "rt", "other", 5))).isNull();
    assertThat(hook.reasons()).containsExactly("record-other-client");
  }

  @Test
  void rebuildsNothingWhenObserving() {
    assertThat(hook.observing().handle(new Credential(NAME, "rt", null, 5))).isNull();
    assertThat(hook.reasons()).containsExactly("record-patched");
  }

  @Test
  void leavesRecordThatRefusesTheIdAlone() {
    assertThat(hook.handle(new Picky(NAME, "rt", null))).isNull();
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void leavesComponentOfAnotherTypeAlone() {
    assertThat(hook.handle(new Typed(NAME, "rt", null))).isNull();
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  private record Credential(
      String serverName, String refreshToken, @Nullable String clientId, long expiresAt) {}

  private record Picky(String serverName, String refreshToken, @Nullable String clientId) {
    Picky {
      if (clientId != null) {
        throw new IllegalArgumentException(clientId);
      }
    }
  }

  private record Typed(String serverName, String refreshToken, @Nullable StringBuilder clientId) {}
}
