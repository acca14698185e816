package dev.mcphotfix.agent.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person reads of the way from an MCP server to its token endpoint. */
class DiscoveryFindingsTest {

  private FakeTokenServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FakeTokenServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void makesNoNoteOfAPlaceThatIsNotThereWhereAnotherIs() {
    server
        .publishing(
            "/.well-known/oauth-protected-resource",
            "{\"resource\":\"%s/mcp\",\"authorization_servers\":[\"%s/as\"]}"
                .formatted(server.origin(), server.origin()))
        .publishing(
            "/as/.well-known/openid-configuration",
            "{\"issuer\":\"%s/as\",\"token_endpoint\":\"%s\"}"
                .formatted(server.origin(), server.url()));

    List<String> lines = discovery();

    assertThat(lines)
        .filteredOn(line -> line.contains("status 404"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(line -> line.startsWith("  ok ") && line.endsWith(", which is normal"));
    assertThat(lines).noneMatch(line -> line.startsWith("  note"));
    assertThat(lines).anyMatch(line -> line.endsWith("the token endpoint is " + server.url()));
  }

  @Test
  void makesANoteOfADocumentThatIsWrong() {
    server
        .publishing(
            "/.well-known/oauth-protected-resource",
            "{\"resource\":\"%s/mcp\",\"authorization_servers\":[\"%s/as\"]}"
                .formatted(server.origin(), server.origin()))
        .publishing("/.well-known/oauth-authorization-server/as", "{\"issuer\":\"https://else\"}")
        .publishing(
            "/as/.well-known/openid-configuration",
            "{\"issuer\":\"%s/as\",\"token_endpoint\":\"%s\"}"
                .formatted(server.origin(), server.url()));

    assertThat(discovery())
        .filteredOn(line -> line.startsWith("  note"))
        .singleElement()
        .asString()
        .endsWith("another issuer than asked for");
  }

  @Test
  void showsEachPlaceAsANoteWhereNoneLeadsOn() {
    server.publishing("/.well-known/oauth-authorization-server", "{\"issuer\":\"https://else\"}");

    assertThat(discovery())
        .filteredOn(line -> line.contains("status 404"))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("  note") && !line.contains("normal"));
  }

  private List<String> discovery() {
    CommandRun run =
        CommandRun.of("doctor", "url=%s/mcp,clientId=my-static-client".formatted(server.origin()));
    return run.output().lines().toList();
  }
}
