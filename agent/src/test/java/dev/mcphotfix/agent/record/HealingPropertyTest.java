package dev.mcphotfix.agent.record;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;

/** What holds of every record in every shape. */
class HealingPropertyTest {

  private static final String ABSENT = "absent";

  private HookFixture hook = HookFixture.example();

  @BeforeTry
  void forgetTheLastTry() {
    hook = HookFixture.example();
  }

  @Property(tries = 600)
  void changesNothingButTheId(
      @ForAll RecordShape shape, @ForAll("records") Map<String, @Nullable Object> record)
      throws Exception {
    Map<String, @Nullable Object> before = shape.fitting(record);

    Map<String, @Nullable Object> after = shape.read(healed(shape.of(before)));

    Map<String, @Nullable Object> expected = new LinkedHashMap<>(before);
    if (lacksAnId(before)) {
      expected.put("clientId", ID);
    }
    assertThat(after).isEqualTo(expected);
    assertThat(shape.ordered() ? List.copyOf(after.keySet()) : List.of())
        .isEqualTo(shape.ordered() ? List.copyOf(expected.keySet()) : List.of());
  }

  @Property(tries = 200)
  void healsOnce(@ForAll RecordShape shape, @ForAll("records") Map<String, @Nullable Object> record)
      throws Exception {
    Object once = healed(shape.of(shape.fitting(record)));
    Map<String, @Nullable Object> first = shape.read(once);

    Object twice = healed(once);

    assertThat(twice).isSameAs(once);
    assertThat(shape.read(twice)).isEqualTo(first);
    assertThat(hook.reasons()).hasSize(2).element(1).isNotEqualTo("record-patched");
  }

  @Property(tries = 200)
  void leavesEveryIdAlone(
      @ForAll RecordShape shape,
      @ForAll("records") Map<String, @Nullable Object> record,
      @ForAll("ids") String id)
      throws Exception {
    record.put("clientId", id);
    Map<String, @Nullable Object> before = shape.fitting(record);
    Object object = shape.of(before);

    assertThat(hook.handle(object)).isNull();
    assertThat(shape.read(object)).isEqualTo(before);
    assertThat(hook.reasons())
        .singleElement()
        .isIn("record-other-client", id.equals(ID) ? "record-has-client" : "");
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.oneOf(Arbitraries.just(ID), texts()).filter(id -> !missing(id));
  }

  /** Properties that decide, each there or not, and others, in any order. */
  @Provide
  Arbitrary<Map<String, @Nullable Object>> records() {
    Arbitrary<List<SimpleEntry<String, @Nullable Object>>> members =
        Combinators.combine(
                member("serverName", "example-server", "example-server", "elsewhere"),
                member("refreshToken", "rt-secret", "rt-secret", "rt-secret", "", null, 7),
                member("accessToken", "at-secret", ""),
                member("clientId", null, "", "null", "undefined", "None", ID, "other"),
                others())
            .as(
                (name, refresh, access, id, others) -> {
                  List<SimpleEntry<String, @Nullable Object>> all =
                      new ArrayList<>(List.of(name, refresh, access, id));
                  all.removeIf(each -> each.getValue() == ABSENT);
                  all.addAll(others);
                  return all;
                });
    return members.flatMap(Arbitraries::shuffle).map(HealingPropertyTest::record);
  }

  private static Arbitrary<SimpleEntry<String, @Nullable Object>> member(
      String name, @Nullable Object... values) {
    List<SimpleEntry<String, @Nullable Object>> entries = new ArrayList<>();
    entries.add(new SimpleEntry<>(name, ABSENT));
    for (Object value : values) {
      entries.add(new SimpleEntry<>(name, value));
    }
    return Arbitraries.of(entries);
  }

  private static Arbitrary<Collection<SimpleEntry<String, @Nullable Object>>> others() {
    Arbitrary<Object> values =
        Arbitraries.oneOf(
            texts(),
            Arbitraries.integers(),
            Arbitraries.of(true, false),
            texts().list().ofMaxSize(2),
            texts().map(text -> Map.of("inner", text)));
    Arbitrary<String> names =
        Arbitraries.oneOf(Arbitraries.just("scope"), texts().map("x"::concat));
    return Combinators.combine(names, values.injectNull(0.1))
        .as((name, value) -> new SimpleEntry<String, @Nullable Object>(name, value))
        .list()
        .ofMaxSize(5)
        .map(list -> list);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ascii().withChars('\u00e9', '\u2028', '\u6f22').ofMaxLength(12);
  }

  private static Map<String, @Nullable Object> record(
      List<SimpleEntry<String, @Nullable Object>> members) {
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    members.forEach(member -> record.put(member.getKey(), member.getValue()));
    return record;
  }

  private static boolean lacksAnId(Map<String, @Nullable Object> record) {
    return missing(record.get("clientId"))
        && "rt-secret".equals(record.get("refreshToken"))
        && !"".equals(record.get("accessToken"))
        && "example-server".equals(record.get("serverName"));
  }

  private static boolean missing(@Nullable Object id) {
    return id == null
        || (id instanceof String text
            && (text.isBlank()
                || text.equals("null")
                || text.equals("undefined")
                || text.equals("None")));
  }

  private Object healed(Object record) {
    Object answer = hook.handle(record);
    return answer == null ? record : answer;
  }
}
