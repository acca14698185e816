package dev.mcphotfix.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.rule.ServerReference;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten servers with ids of their own, most of them on one authorization server, the last two behind
 * one url: a record gets the id of its own server or none.
 */
class TenServersTest {

  private static final ServerReference ARGUMENT = new ServerReference.Argument(0);

  private final HookFixture hook =
      new HookFixture(
          IntStream.range(0, 10)
              .mapToObj(TenServersTest::server)
              .toArray(ServerConfiguration[]::new));

  static IntStream all() {
    return IntStream.range(0, 10);
  }

  static IntStream alone() {
    return IntStream.range(0, 8);
  }

  /** What a host can say about which server a record is of. */
  enum Evidence {
    KEY(TenServersTest::key),
    NAME(TenServersTest::name),
    URL(TenServersTest::url);

    @SuppressWarnings("ImmutableEnumChecker") // a method
    private final IntFunction<String> text;

    Evidence(IntFunction<String> text) {
      this.text = text;
    }
  }

  @ParameterizedTest
  @EnumSource
  void believesTheArgument(Evidence evidence) {
    hook.referring(ARGUMENT);
    for (int i : alone().toArray()) {
      Map<String, Object> record = record();

      hook.handle(record, evidence.text.apply(i));

      assertThat(record).containsEntry("clientId", "id-" + i);
    }
  }

  @ParameterizedTest
  @EnumSource
  void believesThePlaceInADocument(Evidence evidence) {
    Map<String, Object> document = new LinkedHashMap<>();
    alone().forEach(i -> document.put(evidence.text.apply(i), record()));

    hook.handle(document);

    for (int i : alone().toArray()) {
      assertThat(document.get(evidence.text.apply(i)))
          .isInstanceOfSatisfying(
              Map.class, record -> assertThat(record.get("clientId")).isEqualTo("id-" + i));
    }
  }

  @ParameterizedTest
  @MethodSource("alone")
  void believesWhatTheRecordSays(int i) {
    Map<String, Object> byName = record();
    byName.put("serverName", name(i));
    Map<String, Object> byUrl = record();
    byUrl.put("serverUrl", url(i));

    hook.handle(byName);
    hook.handle(byUrl);

    assertThat(byName).containsEntry("clientId", "id-" + i);
    assertThat(byUrl).containsEntry("clientId", "id-" + i);
  }

  @ParameterizedTest
  @MethodSource("all")
  void tellsServersBehindOneUrlApartByNameAndKey(int i) {
    Map<String, Object> byName = record();
    byName.put("serverName", name(i));
    byName.put("serverUrl", url(i));
    Map<String, Object> byKey = record();

    hook.handle(byName);
    hook.referring(ARGUMENT).handle(byKey, key(i));

    assertThat(byName).containsEntry("clientId", "id-" + i);
    assertThat(byKey).containsEntry("clientId", "id-" + i);
  }

  @ParameterizedTest
  @MethodSource("all")
  void believesNoEvidenceAgainstOther(int i) {
    List<Object> records = new ArrayList<>();
    hook.referring(ARGUMENT);
    for (int other : alone().filter(each -> each != i && !url(each).equals(url(i))).toArray()) {
      for (Evidence evidence : Evidence.values()) {
        Map<String, Object> record = record();
        record.put("serverName", name(i));
        record.put("serverUrl", url(i));
        records.add(record);
        hook.handle(record, evidence.text.apply(other));
      }
    }

    assertThat(records).hasSizeGreaterThan(20).allSatisfy(TenServersTest::hasNoId);
    assertThat(hook.reasons()).containsOnly("record-unmatched");
  }

  @ParameterizedTest
  @MethodSource("all")
  void believesNoHashOfAnotherServer(int i) {
    Map<String, Object> record = record();

    hook.referring(ARGUMENT).handle(record, name(i) + key((i + 1) % 10).substring(4));

    hasNoId(record);
  }

  @ParameterizedTest
  @MethodSource("all")
  void leavesRecordAloneThatSaysNothingButTheAuthorizationServer(int i) {
    Map<String, Object> record = record();
    record.put("issuer", "https://idp.example.com");
    record.put("accessToken", "at-" + i);

    hook.handle(record);

    hasNoId(record);
  }

  @ParameterizedTest
  @MethodSource("all")
  void guessesNotAmongServersBehindOneUrl(int i) {
    Map<String, Object> record = record();
    record.put("serverUrl", url(i));

    hook.handle(record);

    assertThat(record.get("clientId")).isEqualTo(i < 8 ? "id-" + i : null);
  }

  private static void hasNoId(Object record) {
    assertThat(record)
        .isInstanceOfSatisfying(Map.class, map -> assertThat(map.get("clientId")).isNull());
  }

  private static Map<String, Object> record() {
    return new LinkedHashMap<>(Map.of("refreshToken", "rt-secret"));
  }

  private static ServerConfiguration server(int i) {
    String issuer = i < 7 ? "https://idp.example.com" : "https://idp" + i + ".example.com";
    StaticClient client = new StaticClient(name(i), url(i), "id-" + i, null, issuer);
    return new ServerConfiguration(client, i % 2 == 0 ? "http" : "sse", headers(i), Origin.DEFAULT);
  }

  private static String name(int i) {
    return "srv" + i;
  }

  private static String url(int i) {
    return "https://mcp" + Math.min(i, 8) + ".example.com/mcp";
  }

  private static Map<String, String> headers(int i) {
    return i < 8 ? Map.of() : Map.of("X-Team", "team-" + i);
  }

  /** As hosts write it, by another way than the agent's. */
  private static String key(int i) {
    String headers = i < 8 ? "" : "\"X-Team\":\"team-" + i + '"';
    String json =
        "{\"type\":\"%s\",\"url\":\"%s\",\"headers\":{%s}}"
            .formatted(i % 2 == 0 ? "http" : "sse", url(i), headers);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      return name(i) + '|' + HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
