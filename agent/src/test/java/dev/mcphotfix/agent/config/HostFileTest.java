package dev.mcphotfix.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFileTest {

  @TempDir Path folder;
  private Operator operator;

  @BeforeEach
  void start() {
    operator = new Operator(folder);
  }

  @Test
  void readsServersAtTheTopAndInProjectsAmongUnrelatedMegabytes() throws Exception {
    String history = "{\"display\": \"" + "x".repeat(200) + "\", \"pastedContents\": {}},";
    hostFile(
        "{ \"numStartups\": 12, \"mcpServers\": " + server("top", "id-top") + ",",
        "  \"history\": [" + history.repeat(15_000) + " null],",
        "  \"projects\": { \"/home/me/a\": { \"allowedTools\": [[1]], \"mcpServers\":",
        server("inner", "id-inner") + " }, \"/home/me/b\": { \"mcpServers\": {} }, \"c\": 1 } }");

    assertThat(read().servers())
        .extracting(ServerConfiguration::name, server -> server.client().clientId())
        .containsExactly(tuple("top", "id-top"), tuple("inner", "id-inner"));
  }

  @Test
  void saysWhereEachServerStands() throws Exception {
    hostFile("{ \"mcpServers\":", server("a", "id"), "}");

    assertThat(read().servers().get(0).origin())
        .isEqualTo(new Origin(operator.path("host.json") + ":2"));
  }

  @Test
  void leavesOutStdioServersAndThoseWithoutAClient() throws Exception {
    hostFile(
        "{ \"mcpServers\": {",
        "  \"local\": { \"command\": \"npx\", \"env\": { \"TOKEN\": \"hush\" } },",
        "  \"odd\": 1, \"open\": { \"url\": \"https://open.example.com\", \"oauth\": {} } } }");

    HotfixConfiguration configuration = read();

    assertThat(configuration.servers()).isEmpty();
    assertThat(configuration.warnings())
        .singleElement()
        .asString()
        .endsWith(
            "host.json: mcpServers was read; no oauth.clientId in any of its servers: open;"
                + " passed over: local (no url, but command), odd (no url)");
  }

  @Test
  void writesANameThatCouldForgeALineAsOneLine() throws Exception {
    hostFile(
        "{ \"mcpServers\": { \"a\\nmcp-hotfix INFO  self-check ok\":",
        "  { \"url\": \"nonsense\", \"oauth\": { \"clientId\": \"id\" } } } }");

    assertThat(read().warnings()).singleElement().asString().contains("a?mcp-hotfix INFO");
  }

  @Test
  void writesTheNamesOfUselessServersAsOneLine() throws Exception {
    hostFile(
        "{ \"mcpServers\": { \"a\\nmcp-hotfix INFO  self-check ok\":",
        "  { \"url\": \"https://a.example.com\" } } }");

    assertThat(read().warnings()).singleElement().asString().contains("a?mcp-hotfix INFO");
  }

  @Test
  void ignoresAClientSecret() throws Exception {
    hostFile(
        "{ \"mcpServers\": { \"a\": { \"url\": \"https://a.example.com\",",
        "  \"oauth\": { \"clientId\": \"id\", \"clientSecret\": \"hush\" } } } }");

    assertThat(read().servers()).hasSize(1);
  }

  @Test
  void mergesIdenticalServersOfTwoProjects() throws Exception {
    hostFile(projects(server("a", "id"), server("a", "id")));

    assertThat(read().servers()).hasSize(1);
  }

  @Test
  void keepsTwoServersOfOneNameWithDifferentIds() throws Exception {
    hostFile(projects(server("a", "one"), server("a", "two")));

    assertThat(read().servers())
        .extracting(ServerConfiguration::name, server -> server.client().clientId())
        .containsExactly(tuple("a", "one"), tuple("a", "two"));
  }

  @Test
  void takesTheIssuerFromTheUrlOfItsMetadata() throws Exception {
    hostFile(
        "{ \"mcpServers\": { \"a\": { \"url\": \"https://a.example.com\", \"oauth\": {",
        "  \"clientId\": \"id\", \"authServerMetadataUrl\":",
        "  \"https://idp.example.com/.well-known/oauth-authorization-server/t1\" } } } }");

    assertThat(read().servers().get(0).client().issuer()).isEqualTo("https://idp.example.com/t1");
  }

  @Test
  void leavesOutAServerWhosePlaceholderCannotBeFilledAndSaysSo() throws Exception {
    hostFile("{ \"mcpServers\":", server("a", "${NOWHERE}"), "}");

    HotfixConfiguration configuration = read();

    assertThat(configuration.servers()).isEmpty();
    assertThat(operator.relative(configuration.warnings()))
        .containsExactly(
            "host.json:2: mcpServers.a.oauth.clientId: the environment variable \"NOWHERE\" is not"
                + " set; this server is left out");
  }

  @Test
  void fillsInWhatTheAgentsOwnFileLeavesOut() throws Exception {
    hostFile("{ \"mcpServers\":", server("a", "id-of-host"), "}");

    HotfixConfiguration configuration =
        operator.startsWithFile(
            "{ \"mcpConfig\": \"host.json\", \"mcpServers\": { \"a\": {",
            "  \"oauth\": { \"clientId\": \"id-of-agent\" } } } }");

    assertThat(configuration.servers())
        .extracting(server -> server.client().clientId(), server -> server.client().serverUrl())
        .containsExactly(tuple("id-of-agent", "https://a.example.com/mcp"));
  }

  @Test
  void takesTheClientIdFromTheHostWhereTheAgentsOwnFileHasNone() throws Exception {
    hostFile("{ \"mcpServers\":", server("a", "id-of-host"), "}");

    HotfixConfiguration configuration =
        operator.startsWithFile(
            "{ \"mcpConfig\": [\"host.json\"], \"mcpServers\": { \"a\": {",
            "  \"oauth\": { \"tokenEndpoint\": \"https://idp.example.com/token\" } } } }");

    assertThat(configuration.servers())
        .singleElement()
        .returns("id-of-host", server -> server.client().clientId())
        .returns("https://idp.example.com/token", server -> server.client().tokenEndpoint())
        .returns(new Origin("host.json:2"), ServerConfiguration::origin);
  }

  @Test
  void findsAFileInTheHomeFolder() throws Exception {
    operator.file("home/.host.json", "{ \"mcpServers\":", server("a", "id"), "}");

    assertThat(operator.starts("mcpConfig=~/.host.json").servers()).hasSize(1);
  }

  @Test
  void prefersTheOptionToTheListInTheFile() throws Exception {
    hostFile("{ \"mcpServers\":", server("a", "id"), "}");
    operator.file("mcp-hotfix.json", "{ \"mcpConfig\": \"not-there.json\" }");

    HotfixConfiguration configuration =
        operator.starts(
            operator.path("mcp-hotfix.json") + ",mcpConfig=" + operator.path("host.json"));

    assertThat(configuration.servers()).hasSize(1);
  }

  @Test
  void doesNotRepeatMalformedText() {
    hostFile("{ \"accessToken\": hush }");

    assertThat(operator.problems("mcpConfig=" + operator.path("host.json")))
        .containsExactly(
            "host.json:1: not valid JSON; look for a missing or extra comma, quote or bracket here"
                + " or above");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThat(operator.problemsOfFile("{ \"mcpConfig\": \"no.json\" }"))
        .containsExactly(
            "no.json: no such file that this user can see; looked for it at no.json, correct the path or create it");
  }

  private void hostFile(String... lines) {
    operator.file("host.json", lines);
  }

  private HotfixConfiguration read() throws InvalidConfigurationException {
    return operator.starts("mcpConfig=" + operator.path("host.json"));
  }

  private static String server(String name, String clientId) {
    return "{\"%s\": {\"type\": \"http\", \"url\": \"https://a.example.com/mcp\",".formatted(name)
        + " \"oauth\": {\"clientId\": \"%s\"}}}".formatted(clientId);
  }

  @Test
  void saysItBesideAnotherWarning() throws Exception {
    operator.file("host.json", "{ \"theme\": \"dark\" }").property("mcphotfix.mod", "off");

    assertThat(operator.starts("mcpConfig=" + operator.path("host.json")).warnings())
        .hasSize(2)
        .contains(
            "system property mcphotfix.mod: unknown option; did you mean \"mcphotfix.mode\"?");
  }

  @Test
  void saysNothingOfAFileWhoseServerIsGivenItsIdElsewhere() throws Exception {
    operator.file(
        "host.json", "{ \"mcpServers\": { \"a\": { \"url\": \"https://a.example/mcp\" } } }");

    HotfixConfiguration configuration =
        operator.starts("server=a,clientId=mine,mcpConfig=" + operator.path("host.json"));

    assertThat(configuration.servers()).hasSize(1);
    assertThat(configuration.warnings()).isEmpty();
  }

  private static String projects(String one, String other) {
    return "{\"projects\": {\"/a\": {\"mcpServers\": %s}, \"/b\": {\"mcpServers\": %s}}}"
        .formatted(one, other);
  }
}
