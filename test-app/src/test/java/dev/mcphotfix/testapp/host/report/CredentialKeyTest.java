package dev.mcphotfix.testapp.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialKeyTest {

  @ParameterizedTest
  @CsvSource({
    "notion,https://mcp.notion.com/mcp,notion|eac663db915250e7",
    "atlassian,https://mcp.atlassian.com/v1/mcp/authv2,atlassian|60c89fc9e49f37c7",
    "planetscale,https://mcp.pscale.dev/mcp/planetscale,planetscale|b4aa0b9d0ae7d2f7",
    "plugin:slack:slack,https://mcp.slack.com/mcp,plugin:slack:slack|38801a7d845718b3",
  })
  void isTheKeyThatPublishedFilesHave(String name, URI url, String key) {
    assertThat(CredentialKey.of(name, url)).isEqualTo(key);
  }
}
