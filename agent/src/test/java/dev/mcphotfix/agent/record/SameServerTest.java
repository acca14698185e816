package dev.mcphotfix.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.exchange.Setup;
import dev.mcphotfix.agent.oauth.request.Grant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two servers behind one host: whatever a url names in a record, it names in a request. */
final class SameServerTest {

  private static final StaticClient ONE = client("one", "https://mcp.example.com/mcp?tenant=1");
  private static final StaticClient TWO = client("two", "https://mcp.example.com/mcp?tenant=2");

  @ParameterizedTest
  @CsvSource({
    "https://mcp.example.com/mcp?tenant=1, one",
    "HTTPS://MCP.example.com:443/mcp/?tenant=2#top, two",
    "https://mcp.example.com/mcp?tenant=3, ",
    "https://mcp.example.com/mcp, ",
    "https://other.example.com/mcp?tenant=1, "
  })
  void isNamedByRecordAndRequest(String url, @Nullable String clientId) {
    assertThat(ofRecord(url)).isEqualTo(clientId);
    assertThat(ofRequest(url)).isEqualTo(clientId);
  }

  private static @Nullable Object ofRecord(String url) {
    Map<String, Object> record =
        new LinkedHashMap<>(Map.of("serverUrl", url, "refreshToken", "r1"));
    new HookFixture(
            new ServerConfiguration(ONE, "http", Map.of(), Origin.DEFAULT),
            new ServerConfiguration(TWO, "http", Map.of(), Origin.DEFAULT))
        .handle(record);
    return record.get("clientId");
  }

  private static @Nullable String ofRequest(String url) {
    String resource = "&resource=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
    return new Examiner(
            new Setup(
                Knowledge.of(List.of(ONE, TWO), Set.of(Grant.REFRESH_TOKEN)),
                false,
                AuthorizationServerDirectory.NONE,
                new RecordingLog()))
        .examine(RequestBuilder.refreshWith(resource).build(), "jdk")
        .addedClientId();
  }

  private static StaticClient client(String id, String url) {
    return new StaticClient(id, url, id, RequestBuilder.ENDPOINT, null);
  }
}
