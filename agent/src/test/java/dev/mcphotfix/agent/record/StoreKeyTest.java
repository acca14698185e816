package dev.mcphotfix.agent.record;

import static dev.mcphotfix.agent.record.HookFixture.server;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreKeyTest {

  @ParameterizedTest
  @CsvSource({
    "notion, eac663db915250e7, https://mcp.notion.com/mcp",
    "atlassian, 60c89fc9e49f37c7, https://mcp.atlassian.com/v1/mcp/authv2",
    "planetscale, b4aa0b9d0ae7d2f7, https://mcp.pscale.dev/mcp/planetscale",
    "plugin:slack:slack, 38801a7d845718b3, https://mcp.slack.com/mcp"
  })
  void knowsTheKeysOfPublicServers(String name, String hash, String url) {
    StoreKey key = new StoreKey(name, hash);

    assertThat(StoreKey.parse(name + '|' + hash)).isEqualTo(key);
    assertThat(key.belongsTo(server(name, url, "id", null))).isTrue();
  }

  @Test
  void doesNotBelongToAnotherUrl() {
    StoreKey key = new StoreKey("notion", "eac663db915250e7");

    assertThat(key.belongsTo(server("notion", "https://other.example/mcp", "id", null))).isFalse();
  }

  @Test
  void doesNotBelongToAnotherName() {
    StoreKey key = new StoreKey("notion", "eac663db915250e7");

    assertThat(key.belongsTo(server("other", "https://mcp.notion.com/mcp", "id", null))).isFalse();
  }

  @Test
  void belongsToAServerWithHeadersWhetherOrNotTheyWereCounted() {
    StaticClient client =
        new StaticClient("notion", "https://mcp.notion.com/mcp", "id", null, null);
    ServerConfiguration server =
        new ServerConfiguration(client, "http", Map.of("X-Team", "a\"b"), Origin.DEFAULT);

    assertThat(new StoreKey("notion", "eac663db915250e7").belongsTo(server)).isTrue();
    assertThat(new StoreKey("notion", "502398508c1e504f").belongsTo(server)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"notion", "notion|", "|eac663db915250e7", "n|EAC663DB915250E7", "n|abc"})
  void isNotWhatLooksOtherwise(String text) {
    assertThat(StoreKey.parse(text)).isNull();
  }

  @Test
  void printsNoHeader() {
    StaticClient client = new StaticClient("notion", null, "id", null, null);
    ServerConfiguration server =
        new ServerConfiguration(client, "http", Map.of("Authorization", "s3"), Origin.DEFAULT);

    assertThat(server.toString()).doesNotContain("s3");
  }
}
