package dev.mcphotfix.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionServerTest {

  @TempDir Path folder;
  private Operator operator;

  @BeforeEach
  void start() {
    operator = new Operator(folder);
  }

  @Test
  void namesAServerByTheHostOfItsUrl() throws Exception {
    HotfixConfiguration configuration =
        operator.starts("url=https://mcp.example.com:8443/mcp,clientId=my-client");

    assertThat(configuration.servers())
        .containsExactly(
            new ServerConfiguration(
                new StaticClient(
                    "mcp.example.com", "https://mcp.example.com:8443/mcp", "my-client", null, null),
                null,
                Map.of(),
                new Origin("agent argument")));
  }

  @Test
  void namesAServerByTheHostOfItsTokenEndpoint() throws Exception {
    HotfixConfiguration configuration =
        operator.starts("tokenEndpoint=https://idp.example.com/token,clientId=my-client");

    assertThat(configuration.servers())
        .extracting(ServerConfiguration::name)
        .containsExactly("idp.example.com");
  }

  @Test
  void fillsInTheServerOfThatNameInAHostsFile() throws Exception {
    operator.file(
        ".mcp.json", "{\"mcpServers\": {\"example\": {\"url\": \"https://mcp.example.com/\"}}}");

    HotfixConfiguration configuration =
        operator.starts("server=example,clientId=mine,mcpConfig=" + operator.path(".mcp.json"));

    assertThat(configuration.servers())
        .singleElement()
        .returns("https://mcp.example.com/", server -> server.client().serverUrl())
        .returns("mine", server -> server.client().clientId());
  }

  @Test
  void prefersTheOptionsToTheFile() throws Exception {
    operator.file(
        "mcp-hotfix.json",
        "{\"mcpServers\": {\"example\": {\"url\": \"https://mcp.example.com/\",",
        "  \"oauth\": {\"clientId\": \"file\", \"issuer\": \"https://idp.example.com\"}}}}");

    HotfixConfiguration configuration =
        operator.starts(operator.path("mcp-hotfix.json") + ",server=example,clientId=argument");

    assertThat(configuration.servers())
        .singleElement()
        .returns("argument", server -> server.client().clientId())
        .returns("https://idp.example.com", server -> server.client().issuer())
        .returns(Origin.ARGUMENT, ServerConfiguration::origin);
  }

  @Test
  void asksForTheServerOfALoneClientId() {
    assertThat(operator.problems("clientId=mine"))
        .containsExactly(
            "agent argument: clientId: for which server? give url, tokenEndpoint or server too");
  }

  @Test
  void asksForTheClientIdOfALoneUrl() {
    assertThat(operator.problems("url=https://mcp.example.com/mcp"))
        .containsExactly(
            "agent argument: clientId: missing; give it here or in a file that mcpConfig names");
  }

  @Test
  void asksForTheServerOfALoneIssuer() {
    operator.property("mcphotfix.issuer", "https://idp.example.com");

    assertThat(operator.problems(""))
        .containsExactly(
            "system property mcphotfix.issuer: issuer: of which server? give clientId and url too");
  }

  @Test
  void refusesABlankClientId() {
    assertThat(operator.problems("url=https://mcp.example.com/mcp,clientId= "))
        .containsExactly(
            "agent argument: clientId: blank; give the id that was registered with the"
                + " authorization server");
  }

  @Test
  void refusesAClientIdWithALineBreak() {
    assertThat(operator.problems("url=https://mcp.example.com/mcp,clientId=mine\n"))
        .containsExactly(
            "agent argument: clientId: has a character that no client id has (RFC 6749 appendix"
                + " A.1)");
  }

  @Test
  void refusesAClientIdThatNobodyFilledIn() {
    assertThat(operator.problems("url=https://mcp.example.com/mcp,clientId=${ID}"))
        .containsExactly(
            "agent argument: clientId: holds a placeholder that nobody filled in; give the id"
                + " itself");
  }

  @Test
  void refusesARelativeUrl() {
    assertThat(operator.problems("url=mcp.example.com,clientId=mine"))
        .containsExactly("agent argument: url: expected an absolute http or https url");
  }

  @Test
  void refusesATokenEndpointWithAFragment() {
    assertThat(operator.problems("tokenEndpoint=https://idp.example.com/token#a,clientId=mine"))
        .containsExactly(
            "agent argument: tokenEndpoint: a token endpoint has no fragment (RFC 6749 section"
                + " 3.2); write it without \"#...\"");
  }

  @Test
  void refusesAnIssuerWithAQuery() {
    assertThat(
            operator.problems(
                "url=https://mcp.example.com,clientId=mine,issuer=https://idp.example.com/?a=b"))
        .containsExactly(
            "agent argument: issuer: an issuer has neither query nor fragment (RFC 8414 section"
                + " 2)");
  }

  @Test
  void refusesUserInformationAndDoesNotRepeatIt() {
    assertThat(operator.problems("url=https://me:hush@mcp.example.com/mcp,clientId=mine"))
        .containsExactly(
            "agent argument: url: a url with user information; write it without"
                + " \"user:password@\"");
  }
}
