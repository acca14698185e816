package dev.mcphotfix.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each client has words of its own for its servers, their url and the id. */
class ClientFilesTest {

  private static final String URL = "https://mcp.example.com/mcp";
  private static final String ID = "my-static-client";
  private static final String REMOTE =
      "'args': ['-y', 'mcp-remote@0.1.29', '" + URL + "', '12849',";

  @TempDir Path folder;
  private Operator operator;

  @BeforeEach
  void start() {
    operator = new Operator(folder);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void findsUrlAndId(String shape, String json) throws Exception {
    assertThat(read(json).servers())
        .as(shape)
        .extracting(ServerConfiguration::client)
        .extracting(StaticClient::serverName, StaticClient::serverUrl, StaticClient::clientId)
        .containsExactly(tuple("example", URL, ID));
  }

  static Stream<Arguments> shapes() {
    String oauth = "'oauth': { 'clientId': '" + ID + "' }";
    String server = "'example': { 'type': 'http', 'url': '" + URL + "', " + oauth + " }";
    return Stream.of(
        Arguments.of("mcp.json of an IDE", "{ 'inputs': [ {} ], 'servers': { " + server + " } }"),
        Arguments.of("settings of an IDE", "{ 'a.b': 1, 'mcp': { 'servers': {" + server + "} } }"),
        Arguments.of("opencode.json", "{ '$schema': '', /* ours */ 'mcp': { " + server + " } }"),
        Arguments.of("a command of its own is no server", "{ 'mcp': { 'x': {}, " + server + " } }"),
        Arguments.of("nothing but servers", "{ " + server + " }"),
        Arguments.of("local ones before it", "{ 'a': { 'command': 'npx' }, " + server + " }"),
        Arguments.of("the words of TOML", "{ 'mcp_servers': { " + server + " } }"),
        Arguments.of("httpUrl", server("'httpUrl': '" + URL + "', " + oauth)),
        Arguments.of("serverUrl", server("'serverUrl': '" + URL + "', " + oauth)),
        Arguments.of("uri", server("'uri': '" + URL + "', " + oauth)),
        Arguments.of("client_id", server(url("'oauth': { 'client_id': '" + ID + "' }"))),
        Arguments.of("auth", server(url("'auth': { 'CLIENT_ID': '" + ID + "' }"))),
        Arguments.of("beside the url", server(url("'clientId': '" + ID + "'"))),
        Arguments.of(
            "oauth is switched on", server(url("'oauth': true, 'client_id': '" + ID + "'"))),
        Arguments.of(
            "mcp-remote",
            server(
                "'command': 'npx', "
                    + REMOTE
                    + "'--static-oauth-client-info', '{\\'client_id\\':\\'"
                    + ID
                    + "\\'}' ]")),
        Arguments.of(
            "mcp-remote by itself",
            server(
                "'command': 'C:\\\\npm\\\\mcp-remote', 'args': ['"
                    + URL
                    + "', '--static-oauth-client-info', '{\\'client_id\\':\\'"
                    + ID
                    + "\\'}' ]")));
  }

  @Test
  void readsTheTokenEndpointThatAClientCallsTokenUrl() throws Exception {
    String endpoint = "'tokenUrl': 'https://idp.example.com/token'";

    HotfixConfiguration read =
        read(server(url("'oauth': { 'clientId': '" + ID + "', " + endpoint + " }")));

    assertThat(read.servers().get(0).client().tokenEndpoint())
        .isEqualTo("https://idp.example.com/token");
  }

  @Test
  void saysWhereTheIdOfARemoteProcessStands() throws Exception {
    String json =
        server(
            "'command': 'npx',\n"
                + REMOTE
                + "\n'--static-oauth-client-info',\n'{\\'client_id\\':\\'"
                + ID
                + "\\'}' ]");

    assertThat(read(json).servers().get(0).origin().text()).endsWith("host.json:4");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strangers")
  void takesNoOtherProcessForARemoteServer(String json) throws Exception {
    assertThat(read(json).servers()).isEmpty();
  }

  static Stream<String> strangers() {
    String info = "'--static-oauth-client-info', '{\\'client_id\\':\\'" + ID + "\\'}'";
    return Stream.of(
        server("'command': 'npx', 'args': ['other', '" + URL + "', " + info + " ]"),
        server("'command': 'npx', 'args': ['" + URL + "', 'mcp-remote', " + info + " ]"),
        server("'command': 'npx', " + REMOTE + "'--static-oauth-client-info' ]"),
        server("'command': 'npx', " + REMOTE + "'--static-oauth-client-info', 'x' ]"),
        server("'command': 'npx', " + REMOTE + "'--static-oauth-client-info', '{' ]"),
        server("'command': 'npx', 'args': 'mcp-remote'"));
  }

  @Test
  void namesWhatItPassedOverAndWhy() throws Exception {
    String json =
        "{ 'servers': { 'x': { 'command': 'npx' }, 'y': {}, 'a': { 'url': '" + URL + "' } } }";

    assertThat(warnings(json))
        .containsExactly(
            "host.json: servers was read; no oauth.clientId in any of its servers: a; passed over:"
                + " x (no url, but command), y (no url)");
  }

  @Test
  void saysWhereServersWereLookedFor() throws Exception {
    assertThat(warnings("{ 'theme': 'dark' }"))
        .containsExactly(
            "host.json: no servers in it, neither in one of mcpServers, servers, mcp, mcp_servers"
                + " nor at its root");
  }

  @Test
  void letsTheNearerSourceWinForTheSameUrl() throws Exception {
    operator.file("host.json", server(url("'oauth': { 'clientId': 'other' }")).replace('\'', '"'));

    HotfixConfiguration read =
        operator.starts("clientId=mine,url=" + URL + "/,mcpConfig=" + operator.path("host.json"));

    assertThat(read.servers())
        .extracting(ServerConfiguration::name, server -> server.client().clientId())
        .containsExactly(tuple("mcp.example.com", "mine"), tuple("example", "mine"));
    assertThat(operator.relative(read.warnings()))
        .containsExactly(
            "mcp.example.com (agent argument) and example (host.json:1) have one url and two ids;"
                + " that of mcp.example.com is used for both");
  }

  @Test
  void keepsTwoServersOfTheClientWithOneUrlAndSaysSo() throws Exception {
    String one = "'a': { 'url': '" + URL + "', 'oauth': { 'clientId': 'one' } }";

    HotfixConfiguration read =
        read(
            "{ 'mcpServers': { "
                + one
                + ", "
                + one.replace("'a'", "'b'").replace("one", "two")
                + "}}");

    assertThat(read.servers()).hasSize(2);
    assertThat(operator.relative(read.warnings()))
        .containsExactly(
            "a (host.json:1) and b (host.json:1) have one url and two ids; nothing is added where"
                + " only the url tells them apart");
  }

  @Test
  void saysNothingOfTwoServersWithOneUrlAndOneId() throws Exception {
    String one = "'a': { 'url': '" + URL + "', 'oauth': { 'clientId': 'one' } }";

    HotfixConfiguration read =
        read("{ 'mcpServers': { " + one + ", " + one.replace("'a'", "'b'") + "} }");

    assertThat(read.servers()).hasSize(2);
    assertThat(read.warnings()).isEmpty();
  }

  private static String server(String members) {
    return "{ 'mcpServers': { 'example': { " + members + " } } }";
  }

  private static String url(String members) {
    return "'url': '" + URL + "', " + members;
  }

  private List<String> warnings(String json) throws Exception {
    return operator.relative(read(json).warnings());
  }

  private HotfixConfiguration read(String json) throws Exception {
    operator.file("host.json", json.replace("\\'", "\\\"").replace('\'', '"'));
    return operator.starts("mcpConfig=" + operator.path("host.json"));
  }
}
