package dev.mcphotfix.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.host.AgentThread;
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

  @Test
  void showsACallUnlessItsFilterIsSureThatItIsLeftAlone() {
    register("c", first -> first != null);
    register("d", first -> fail());

    assertThat(dispatcher.test("c", "post")).isTrue();
    assertThat(dispatcher.test("c", null)).isFalse();
    assertThat(dispatcher.test("d", "post")).isTrue();
    assertThat(dispatcher.test("b", null)).isTrue();
    assertThat(dispatcher.test("unknown", "post")).isFalse();
    assertThat(told).isEmpty();
  }

  @Test
  void asksNoFilterInsideAHook() {
    register("c", first -> true);
    dispatcher.register(site("e", "e", call -> dispatcher.test("c", "post")));
    register("f", first -> dispatcher.test("c", "post"));

    assertThat(call("e")).isEqualTo(false);
    assertThat(dispatcher.test("f", "post")).isFalse();
    assertThat(dispatcher.test("c", "post")).isTrue();
  }

  @Test
  void asksNoFilterOnAThreadOfTheAgent() throws Exception {
    register("c", first -> true);
    List<Boolean> answers = new ArrayList<>();
    Thread agent = new AgentThread(() -> answers.add(dispatcher.test("c", "post")), "agent");
    agent.start();
    agent.join();

    assertThat(answers).containsExactly(false);
  }

  @Test
  void isKeptWhereACallThatIsLeftAloneComesBetween() {
    Site failing = site("g", "g", call -> fail());
    dispatcher.register(new Site("g", failing.point(), failing.handler(), first -> first != null));
    for (int i = 0; i < 20; i++) {
      call("g");
      if (i % 4 == 3) {
        dispatcher.test("g", null);
      }
    }

    assertThat(told).hasSize(20).containsOnly(false);
  }

  private void register(String key, CallFilter filter) {
    Site site = site(key, key, call -> "shown");
    dispatcher.register(new Site(key, site.point(), site.handler(), filter));
  }

  private static boolean fail() {
    throw new IllegalStateException("made for another version");
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
