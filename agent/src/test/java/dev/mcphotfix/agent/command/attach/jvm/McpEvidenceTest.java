package dev.mcphotfix.agent.command.attach.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class McpEvidenceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lib/mcp-2.1.0.jar",
        "mcp-core-2.1.0.jar",
        "mcp-json-jackson2-0.17.0.jar",
        "BOOT-INF/lib/spring-ai-starter-mcp-client-2.0.0.jar",
        "langchain4j-mcp-1.5.0-beta11.jar",
        "koog-agents-jvm-0.5.0.jar",
        "kotlin-sdk-client-jvm-0.8.0.jar",
        "/repository/io/modelcontextprotocol/sdk/other.jar",
        "mcp-oauth-test-app.jar"
      })
  void knowsTheLibrariesOfMcp(String jar) {
    assertThat(McpEvidence.of(List.of("guava.jar", jar), List.of()))
        .containsExactly(JavaCommand.fileName(jar));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guava-33.jar",
        "tomcat-embed-core-11.0.27.jar",
        "mcphee.jar",
        "kotlin-stdlib-2.jar",
        "mcp-oauth-hotfix-agent.jar"
      })
  void leavesOthersAlone(String jar) {
    assertThat(McpEvidence.of(List.of(jar), List.of("serve"))).isEmpty();
  }

  @Test
  void neverRepeatsAnArgument() {
    assertThat(McpEvidence.of(List.of(), List.of("--config=/home/me/.mcp.json?token=hunter2")))
        .containsExactly("an argument names .mcp.json");
  }
}
