package dev.mcphotfix.agent.record;

import static dev.mcphotfix.agent.record.HookFixture.EXAMPLE;
import static dev.mcphotfix.agent.record.HookFixture.ID;
import static dev.mcphotfix.agent.record.HookFixture.record;
import static dev.mcphotfix.agent.record.HookFixture.server;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.record.shape.bean.BeanRecordTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoreDocumentTest {

  private final HookFixture hook = HookFixture.example();

  @Test
  void healsOneOfTenServersInAText() {
    String document = tenServers("");

    Object answer = hook.handle(document);

    assertThat(answer).isEqualTo(tenServers(",\n      \"clientId\": \"" + ID + '"'));
    assertThat(hook.reasons()).hasSize(10).containsOnlyOnce("record-patched");
  }

  @Test
  void healsAllOfTenServersInAText() {
    List<ServerConfiguration> servers = new ArrayList<>(List.of(EXAMPLE));
    for (int i = 0; i < 9; i++) {
      servers.add(server("server" + i, "https://mcp" + i + ".example/mcp", "id" + i, null));
    }
    HookFixture all = new HookFixture(servers.toArray(ServerConfiguration[]::new));

    JsonNode healed = JsonMapper.shared().readTree(String.valueOf(all.handle(tenServers(""))));

    assertThat(healed.at("/mcpOAuth/server3|0000000000000003/clientId").stringValue())
        .isEqualTo("id3");
    assertThat(all.reasons()).hasSize(10).containsOnly("record-patched");
  }

  @Test
  void healsAnEntryByItsKeyAlone() {
    HookFixture notion =
        new HookFixture(server("notion", "https://mcp.notion.com/mcp", "notion-id", null));
    String head = "{\"mcpOAuth\":{\"notion|eac663db915250e7\":{\"refreshToken\":\"rt\"";

    Object answer = notion.handle(head + "}}}");

    assertThat(answer).isEqualTo(head + ",\"clientId\":\"notion-id\"}}}");
  }

  @Test
  void leavesAnEntryUnderAnUnknownHashAlone() {
    String document =
        "{\"mcpOAuth\":{\"example-server|0000000000000000\":{\"refreshToken\":\"rt\"}}}";

    assertThat(hook.handle(document)).isNull();
    assertThat(hook.reasons()).containsExactly("record-unmatched");
  }

  @Test
  void leavesOnlyTheUnreadableEntryAlone() {
    String broken = "\"broken\":{\"refreshToken\":\"a\",\"refreshToken\":\"b\"}";
    String head = '{' + broken + ",\"example-server\":{\"refreshToken\":\"rt\"";

    Object answer = hook.handle(head + "}}");

    assertThat(answer).isEqualTo(head + ",\"clientId\":\"" + ID + "\"}}");
    assertThat(hook.reasons()).containsExactly("record-unreadable", "record-patched");
  }

  @Test
  void leavesDocumentThatHoldsAnEntryTwiceAlone() {
    String entry = "\"example-server\":{\"refreshToken\":\"rt\"}";

    assertThat(hook.handle('{' + entry + ',' + entry + '}')).isNull();
    assertThat(hook.reasons()).containsExactly("record-unreadable");
  }

  @Test
  void healsEntriesOfATree() {
    JsonNode document = JsonMapper.shared().readTree(tenServers(""));

    hook.handle(document);

    String healed = tenServers(",\n      \"clientId\": \"" + ID + '"');
    assertThat(document).isEqualTo(JsonMapper.shared().readTree(healed));
  }

  @Test
  void healsAMapOfMaps() {
    Map<String, Object> entry = record();
    Map<String, Object> document = new LinkedHashMap<>(Map.of("example-server", entry));

    Object answer = hook.handle(document);

    assertThat(answer).isNull();
    assertThat(entry).containsEntry("clientId", ID);
  }

  @Test
  void rebuildsUnmodifiableMapsAroundAnEntry() {
    Map<String, Object> document =
        Map.of("mcpOAuth", Map.of("example-server", Map.copyOf(record())));

    Object answer = hook.handle(document);

    Map<String, Object> healed = record();
    healed.put("clientId", ID);
    assertThat(answer).isEqualTo(Map.of("mcpOAuth", Map.of("example-server", healed)));
  }

  @Test
  void healsAMapOfTexts() {
    Map<String, String> document = new LinkedHashMap<>();
    document.put("example-server", "{\"refreshToken\":\"rt\"}");
    document.put("theme", "dark");

    hook.handle(document);

    assertThat(document)
        .containsEntry("example-server", "{\"refreshToken\":\"rt\",\"clientId\":\"" + ID + "\"}")
        .containsEntry("theme", "dark");
  }

  @Test
  void healsAMapOfTypedRecords() {
    BeanRecordTest.WithSetter entry = new BeanRecordTest.WithSetter();

    hook.handle(Map.of("example-server", entry));

    assertThat(entry.getClientId()).isEqualTo(ID);
  }

  @Test
  void saysThatADocumentRefusesTheRebuiltEntry() {
    Map<String, Object> document = refusing(Map.of("example-server", Map.copyOf(record())));

    hook.handle(document);

    assertThat(document).isEqualTo(Map.of("example-server", record()));
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void changesNoEntryWhenObserving() {
    assertThat(hook.observing().handle(tenServers(""))).isNull();
    assertThat(hook.reasons()).contains("record-patched");
  }

  private static Map<String, Object> refusing(Map<String, Object> entries) {
    return new LinkedHashMap<>(entries) {
      @Override
      public Object put(String key, Object value) {
        throw new IllegalArgumentException(key);
      }
    };
  }

  /** A document as a host writes it, with other sections around its ten records. */
  private static String tenServers(String healed) {
    StringBuilder document = new StringBuilder("{\n  \"claudeAiOauth\": {},\n  \"mcpOAuth\": {\n");
    document.append(
        entry("example-server|00000000000000ff", "https://mcp.example.com/mcp", healed));
    for (int i = 0; i < 9; i++) {
      String key = "server" + i + "|000000000000000" + i;
      document.append(",\n").append(entry(key, "https://mcp" + i + ".example/mcp", ""));
    }
    return document.append("\n  },\n  \"mcpOAuthClientConfig\": {}\n}\n").toString();
  }

  private static String entry(String key, String url, String more) {
    String name = key.substring(0, key.indexOf('|'));
    return ("    \"%s\": {\n      \"serverName\": \"%s\",\n      \"serverUrl\": \"%s\",\n"
            + "      \"accessToken\": \"at\",\n      \"refreshToken\": \"rt\"%s\n    }")
        .formatted(key, name, url, more);
  }
}
