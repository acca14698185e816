package dev.mcphotfix.agent.record.shape;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static dev.mcphotfix.agent.record.HookFixture.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.mcphotfix.agent.record.HookFixture;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kotlin.collections.MapsKt;
import org.jspecify.annotations.Nullable;
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

  @Test
  void leavesMapThatForgetsTheIdAlone() {
    hook.handle(forgetting());

    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void takesWhatTheMapItselfMakesOfTheId() {
    Map<String, Object> record = marking();

    hook.handle(record);

    assertThat(record).containsEntry("clientId", "id:" + ID);
    assertThat(hook.reasons()).containsExactly("record-patched");
  }

  @Test
  void copiesASortedMapInItsOrder() {
    SortedMap<String, Object> record = new TreeMap<>(Comparator.reverseOrder());
    record.putAll(record());

    Object answer = hook.handle(Collections.unmodifiableSortedMap(record));

    record.put("clientId", ID);
    assertThat(answer).isInstanceOf(SortedMap.class);
    assertThat(List.copyOf(((Map<?, ?>) answer).keySet())).isEqualTo(List.copyOf(record.keySet()));
  }

  @Test
  void copiesAMapOfKotlinThatIsBuilt() {
    Map<String, Object> building = MapsKt.createMapBuilder();
    building.putAll(record());
    Map<String, Object> record = MapsKt.build(building);

    Object answer = hook.handle(record);

    assertThat(record).isEqualTo(record());
    assertThat(answer).isEqualTo(healed());
  }

  @Test
  void copiesAMapOfALibraryByTheLibrarysOwnMeans() {
    Object answer = hook.handle(ImmutableMap.copyOf(record()));

    assertThat(answer).isInstanceOf(ImmutableMap.class).isEqualTo(healed());
  }

  @Test
  void leavesUnmodifiableMapAloneThatNoCopyCanStandInFor() {
    Map<String, Object> record = new OwnMap(record());

    assertThat(hook.handle(record)).isNull();
    assertThat(record).isEqualTo(record());
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  private static Map<String, Object> healed() {
    Map<String, Object> healed = record();
    healed.put("clientId", ID);
    return healed;
  }

  private static Map<String, Object> forgetting() {
    return new HashMap<>(record()) {
      @Override
      public @Nullable Object put(String key, Object value) {
        return null;
      }
    };
  }

  private static Map<String, Object> marking() {
    return new HashMap<>(record()) {
      @Override
      public @Nullable Object put(String key, Object value) {
        return super.put(key, "id:" + value);
      }
    };
  }

  private static Map<String, Object> refusing() {
    return new HashMap<>(record()) {
      @Override
      public Object put(String key, Object value) {
        throw new IllegalArgumentException(key);
      }
    };
  }

  /** As a host may write one, whose methods take nothing else. */
  private static class OwnMap extends AbstractMap<String, Object> {
    private final Map<String, Object> entries;

    OwnMap(Map<String, Object> entries) {
      this.entries = entries;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      return Collections.unmodifiableMap(entries).entrySet();
    }
  }

  /** As libraries have one, with classes below it that only they can name. */
  public abstract static class ImmutableMap extends AbstractMap<String, Object> {

    /** Answers one of the library's own classes. */
    @SuppressWarnings("unchecked")
    public static ImmutableMap copyOf(Map<? extends String, ?> entries) {
      return new RegularMap((Map<String, Object>) entries);
    }
  }

  private static final class RegularMap extends ImmutableMap {
    private final Map<String, Object> entries;

    RegularMap(Map<String, Object> entries) {
      this.entries = new LinkedHashMap<>(entries);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      return Collections.unmodifiableMap(entries).entrySet();
    }
  }
}
