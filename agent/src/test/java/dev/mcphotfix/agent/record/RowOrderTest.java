package dev.mcphotfix.agent.record;

import static dev.mcphotfix.agent.log.Reason.*;
import static dev.mcphotfix.agent.record.HookFixture.EXAMPLE;
import static dev.mcphotfix.agent.record.HookFixture.ID;
import static dev.mcphotfix.agent.record.HookFixture.URL;
import static dev.mcphotfix.agent.record.HookFixture.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mcphotfix.agent.config.rule.ServerReference;
import dev.mcphotfix.agent.log.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records to which two rows apply: the one that stands above decides. */
final class RowOrderTest {

  @ParameterizedTest(name = "{0} before {1}")
  @MethodSource("pairs")
  void takesTheRowAbove(Reason above, Reason below, HookFixture hook, Object record) {
    hook.handle(record);

    assertThat(hook.reasons()).containsExactly(above.code());
    assertThat(above).isLessThan(below);
  }

  @Test
  void leavesOnlyTwoRowsWithoutAnOrderWhichNeverApplyAtOnce() {
    List<String> unordered = new ArrayList<>();
    for (Reason above : EnumSet.range(RECORD_UNREADABLE, RECORD_PATCHED)) {
      Set<Reason> missing = EnumSet.range(above, RECORD_PATCHED);
      missing.removeAll(shownBelow(above));
      missing.remove(above);
      missing.forEach(below -> unordered.add(above + " before " + below));
    }

    assertThat(unordered).containsExactly("RECORD_UNMATCHED before RECORD_AMBIGUOUS");
  }

  /** The rows that a chain of pairs leads to. */
  private static Set<Reason> shownBelow(Reason above) {
    Set<Reason> below = EnumSet.noneOf(Reason.class);
    pairs()
        .map(Arguments::get)
        .filter(pair -> pair[0] == above)
        .map(pair -> (Reason) pair[1])
        .filter(below::add)
        .forEach(row -> below.addAll(shownBelow(row)));
    return below;
  }

  static Stream<Arguments> pairs() {
    return Stream.of(
        pair(RECORD_UNREADABLE, RECORD_HAS_CLIENT, one(), twice("clientId", ID)),
        pair(RECORD_HAS_CLIENT, RECORD_OTHER_CLIENT, one(), with("clientId", ID)),
        pair(RECORD_HAS_CLIENT, RECORD_AMBIGUOUS, two(), nameless("clientId", ID)),
        pair(RECORD_HAS_CLIENT, RECORD_OTHER_ISSUER, one(), registered("clientId", ID)),
        pair(RECORD_OTHER_CLIENT, RECORD_UNMATCHED, one(), elsewhere("clientId", "other")),
        pair(RECORD_OTHER_CLIENT, RECORD_AMBIGUOUS, two(), nameless("clientId", "other")),
        pair(RECORD_UNMATCHED, RECORD_NO_REFRESH, one(), elsewhere("refreshToken", "")),
        pair(RECORD_AMBIGUOUS, RECORD_NO_REFRESH, two(), nameless("refreshToken", "")),
        pair(RECORD_NO_REFRESH, RECORD_OTHER_ISSUER, one(), registered("refreshToken", "")),
        pair(RECORD_OTHER_ISSUER, RECORD_NO_SLOT, one(), new Registered("r", "s")),
        pair(RECORD_NO_SLOT, RECORD_PATCHED, one(), new Slotless("r")));
  }

  private static Arguments pair(Reason above, Reason below, HookFixture hook, Object record) {
    return arguments(above, below, hook, record);
  }

  private static HookFixture one() {
    return new HookFixture(EXAMPLE).referring(new ServerReference.OnlyConfigured());
  }

  private static HookFixture two() {
    return new HookFixture(EXAMPLE, server("twin", URL, "other-id", null));
  }

  private static Map<String, Object> with(String name, String value) {
    Map<String, Object> record = HookFixture.record();
    record.put(name, value);
    return record;
  }

  private static Map<String, Object> nameless(String name, String value) {
    Map<String, Object> record = with(name, value);
    record.remove("serverName");
    return record;
  }

  private static Map<String, Object> elsewhere(String name, String value) {
    Map<String, Object> record = with(name, value);
    record.put("serverUrl", "https://other.example/mcp");
    return record;
  }

  private static Map<String, Object> registered(String name, String value) {
    Map<String, Object> record = with(name, value);
    record.put("clientSecret", "s");
    return record;
  }

  private static String twice(String name, String value) {
    String member = "\"%s\":\"%s\"".formatted(name, value);
    return "{\"refreshToken\":\"r\"," + member + ',' + member + '}';
  }

  private record Slotless(String refreshToken) {}

  private record Registered(String refreshToken, String clientSecret) {}
}
