package dev.mcphotfix.agent.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainOptionsTest {

  private static final String PLAIN = "clientId=c,url=https://mcp.example/mcp";

  @AfterEach
  void forgetProperties() {
    System.clearProperty("mcphotfix.mode");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PLAIN,
        "url=http://127.0.0.1:8080/mcp,clientId=c",
        "clientId=c,tokenEndpoint=https://idp.example/token",
        "clientId=c,url=https://mcp.example/mcp,tokenEndpoint=https://idp.example/token"
      })
  void needNoReadingWhereTheyNameOneServer(String arguments) {
    assertThat(PlainOptions.areEnough(arguments)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "mcp-hotfix.json",
        "config=mcp-hotfix.json",
        "mcpConfig=.mcp.json",
        "clientId=c",
        "url=https://mcp.example/mcp",
        "clientID=c,url=https://mcp.example/mcp",
        "clientId=,url=https://mcp.example/mcp",
        "clientId=c,clientId=d,url=https://mcp.example/mcp",
        "clientId=c,url=mcp.example/mcp",
        "clientId=c,url=https://",
        "clientId=c,url=https://mcp.example/mcp,",
        "mode=off,clientId=c,url=https://mcp.example/mcp"
      })
  void areReadAtOnceInDoubt(String arguments) {
    assertThat(PlainOptions.areEnough(arguments)).isFalse();
  }

  @Test
  void areReadAtOnceWhereAPropertyAddsToThem() {
    System.setProperty("mcphotfix.mode", "off");

    assertThat(PlainOptions.areEnough(PLAIN)).isFalse();
  }
}
