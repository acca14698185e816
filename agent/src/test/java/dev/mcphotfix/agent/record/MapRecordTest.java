package dev.mcphotfix.agent.record;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static dev.mcphotfix.agent.record.HookFixture.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MapRecordTest {

  private final HookFixture hook = HookFixture.example();

  @Test
  void addsTheIdInPlaceAndNothingElse() {
    Map<String, Object> record = record();
    List<String> names = new ArrayList<>(record.keySet());

    Object answer = hook.handle(record);

    names.add("clientId");
    assertThat(answer).isNull();
    assertThat(record.keySet()).containsExactlyElementsOf(names);
    assertThat(record).containsAllEntriesOf(record());
  }

  @Test
  void copiesAnUnmodifiableMapInItsOrder() {
    Map<String, Object> record = Collections.unmodifiableMap(record());

    Object answer = hook.handle(record);

    assertThat(record).doesNotContainKey("clientId");
    assertThat(answer).isInstanceOf(Map.class);
    Map<?, ?> copy = (Map<?, ?>) answer;
    assertThat(new ArrayList<Object>(copy.keySet()).subList(0, 5))
        .isEqualTo(new ArrayList<Object>(record.keySet()));
    assertThat(copy.get("clientId")).isEqualTo(ID);
  }

  @Test
  void keepsThePlaceOfAnEmptyId() {
    Map<String, Object> record = record();
    record.put("clientId", "");
    record.put("scope", "mcp");

    hook.handle(record);

    assertThat(record.entrySet()).element(5).isEqualTo(entry("clientId", ID));
  }

  @Test
  void leavesUnmodifiableMapWithTheIdAlone() {
    Map<String, Object> record = record();
    record.put("clientId", ID);

    assertThat(hook.handle(Collections.unmodifiableMap(record))).isNull();
  }

  @Test
  void leavesMapWithOtherKeysAlone() {
    Map<Object, Object> record = new HashMap<>(record());
    record.put(1, "one");

    hook.handle(record);

    assertThat(record).doesNotContainKey("clientId");
    assertThat(hook.reasons()).containsExactly("record-unreadable");
  }

  @Test
  void leavesMapThatRefusesTextAlone() {
    Map<String, Object> record = refusing();

    hook.handle(record);

    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  private static Map<String, Object> refusing() {
    return new HashMap<>(record()) {
      @Override
      public Object put(String key, Object value) {
        throw new IllegalArgumentException(key);
      }
    };
  }
}
