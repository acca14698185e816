package dev.mcphotfix.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MissingServerTest {

  @Test
  void namesAllWaysWhereNothingIsGiven() {
    assertThat(remedy("mode=observe"))
        .isEqualTo(
            "name the client's own file by mcpConfig=FILE, the agent's by its name alone, or the"
                + " server by clientId=ID,url=URL");
  }

  @Test
  void asksForAServerInTheAgentsFileThatIsGiven() {
    assertThat(remedy("mcp-hotfix.json,mode=observe"))
        .isEqualTo(
            "add to mcp-hotfix.json the client's own file as \"mcpConfig\", or a server with its"
                + " url and oauth.clientId in \"mcpServers\"");
  }

  @Test
  void asksForTheIdWhereTheClientsFileIsGiven() {
    assertThat(remedy("mcp-hotfix.json,mcpConfig=.mcp.json"))
        .isEqualTo(
            "give the id of a server in .mcp.json by clientId=ID,server=NAME, or another server by"
                + " clientId=ID,url=URL");
  }

  @Test
  void knowsOfAFileThatAPropertyOrAVariableNames() {
    Properties properties = new Properties();
    properties.setProperty("mcphotfix.config", "a.json");

    assertThat(MissingServer.remedy(null, properties, Map.of())).startsWith("add to a.json ");
    assertThat(
            MissingServer.remedy(null, new Properties(), Map.of("MCP_HOTFIX_MCP_CONFIG", "b.json")))
        .startsWith("give the id of a server in b.json ");
  }

  private static String remedy(String agentArgument) {
    return MissingServer.remedy(agentArgument, new Properties(), Map.of());
  }
}
