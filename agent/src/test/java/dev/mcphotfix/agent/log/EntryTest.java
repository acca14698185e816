package dev.mcphotfix.agent.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EntryTest {

  private static final Entry ENTRY =
      Entry.of(Severity.INFO, Action.ADDED).with("server", "s").with("hook", "jdk");

  @Test
  void keepsFactsInTheirOrder() {
    assertThat(ENTRY.with("a", "b").facts().keySet()).containsExactly("server", "hook", "a");
    assertThat(ENTRY.facts().keySet()).containsExactly("server", "hook");
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    assertThat(ENTRY.with("grant", null)).isSameAs(ENTRY);
    assertThat(ENTRY.facts().get("grant")).isNull();
    assertThat(ENTRY.facts()).doesNotContainKey("grant").containsKey("hook");
  }

  @Test
  void replacesAFactThatIsKnownInItsPlace() {
    assertThat(ENTRY.with("server", "t").facts().entrySet())
        .containsExactly(Map.entry("server", "t"), Map.entry("hook", "jdk"));
    assertThat(ENTRY.facts().get("server")).isEqualTo("s");
  }

  @Test
  void isEqualToOneMadeOfAMapThatIsChangedLater() {
    Map<String, String> facts = new LinkedHashMap<>(Map.of("server", "s"));
    facts.put("hook", "jdk");
    Entry made = new Entry(Severity.INFO, Action.ADDED, facts);
    facts.put("more", "x");

    assertThat(made).isEqualTo(ENTRY).hasSameHashCodeAs(ENTRY);
    assertThatThrownBy(() -> made.facts().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
