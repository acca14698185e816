package dev.mcphotfix.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a hook that fails. */
final class HookDispatcherTest {

  private final List<Boolean> told = new ArrayList<>();
  private final HookDispatcher dispatcher =
      new HookDispatcher((point, failure, last) -> told.add(last));
  private boolean fails = true;

  @BeforeEach
  void register() {
    dispatcher.register(site("a-begin", "a", call -> answer()));
    dispatcher.register(site("a-end", "a", call -> "ended"));
    dispatcher.register(site("b", "b", call -> "other"));
  }

  @Test
  void isLeftOutAtItsFifthFailureInARowWithAllOfItsSites() {
    for (int i = 0; i < 5; i++) {
      assertThat(call("a-begin")).isNull();
    }

    assertThat(told).containsExactly(false, false, false, false, true);
    fails = false;
    assertThat(call("a-begin")).isNull();
    assertThat(call("a-end")).isNull();
    assertThat(call("b")).isEqualTo("other");
  }

  @Test
  void isLeftOutAgainWhereItCameBackAndFailsAsBefore() {
    for (int i = 0; i < 5; i++) {
      call("a-begin");
    }
    register();

    for (int i = 0; i < 5; i++) {
      call("a-begin");
    }

    assertThat(told).hasSize(10).endsWith(false, true);
  }

  @Test
  void isKeptWhereItSucceedsNowAndThen() {
    for (int i = 0; i < 20; i++) {
      fails = i % 5 != 4;
      call("a-begin");
    }

    assertThat(told).hasSize(16).containsOnly(false);
    fails = false;
    assertThat(call("a-begin")).isEqualTo("begun");
    assertThat(call("a-end")).isEqualTo("ended");
  }

  private Object answer() {
    if (fails) {
      throw new IllegalStateException("made for another version");
    }
    return "begun";
  }

  private @Nullable Object call(String key) {
    return dispatcher.apply(new Object[] {key, null, new Object[0], "value"});
  }

  private static Site site(String key, String hook, HookHandler handler) {
    return new Site(key, new HookPoint(hook, "a.B", "c", List.of(), new Target.Return()), handler);
  }
}
