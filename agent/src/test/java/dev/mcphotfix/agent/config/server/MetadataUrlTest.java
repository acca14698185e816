package dev.mcphotfix.agent.config.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://h/.well-known/oauth-authorization-server, https://h",
    "https://h/.well-known/oauth-authorization-server/t1, https://h/t1",
    "https://h/.well-known/openid-configuration/t1, https://h/t1",
    "https://h/.well-known/openid-configuration, https://h",
    "https://h/realms/mcp/.well-known/openid-configuration, https://h/realms/mcp",
    "https://h/metadata.json,",
    "https://h/.well-known/oauth-authorization-servers,",
    "https://h/.well-known/openid-configuration?a=b,"
  })
  void knowsTheFormsOfTheStandardAndNoOther(String url, String issuer) {
    assertThat(MetadataUrl.issuer(url)).isEqualTo(issuer);
  }
}
