package dev.mcphotfix.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.rule.Patch;
import dev.mcphotfix.agent.config.rule.RuleConfiguration;
import dev.mcphotfix.agent.config.rule.ServerReference;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {

  @TempDir Path folder;
  private Operator operator;

  @BeforeEach
  void start() {
    operator = new Operator(folder);
  }

  @Test
  void readsAServer() throws Exception {
    HotfixConfiguration configuration =
        operator.startsWithFile(
            "{ \"mcpServers\": { \"example-server\": {",
            "  \"type\": \"http\", \"url\": \"https://mcp.example.com/mcp\",",
            "  \"headers\": { \"X-B\": \"2\", \"X-A\": \"${A}\" },",
            "  \"oauth\": {",
            "    \"clientId\": \"my-static-client\",",
            "    \"tokenEndpoint\": \"https://idp.example.com/connect/token\",",
            "    \"issuer\": \"https://idp.example.com\", \"callbackPort\": 3118 } } } }");

    assertThat(configuration.servers())
        .containsExactly(
            new ServerConfiguration(
                new StaticClient(
                    "example-server",
                    "https://mcp.example.com/mcp",
                    "my-static-client",
                    "https://idp.example.com/connect/token",
                    "https://idp.example.com"),
                "http",
                Map.of("X-B", "2", "X-A", "${A}"),
                new Origin(operator.path("mcp-hotfix.json") + ":5")));
    assertThat(configuration.servers().get(0).headers().keySet()).containsExactly("X-B", "X-A");
  }

  @Test
  void readsTheThreeRulesOfACredentialStore() throws Exception {
    HotfixConfiguration configuration =
        operator.startsWithFile(
            "{ \"rules\": [",
            "  { \"name\": \"save\", \"patch\": \"credential\", \"target\": \"arg1\",",
            "    \"method\": \"com.acme.Store#save(java.lang.String,com.acme.Credential)\",",
            "    \"server\": \"arg0\", \"property\": \"identifier\" },",
            "  { \"method\": \"com.acme.Store#load\", \"patch\": \"credential\",",
            "    \"target\": \"return\", \"server\": \"record\" },",
            "  { \"method\": \"com.acme.TokenClient#post\", \"patch\": \"token-request\",",
            "    \"target\": \"this.form\", \"endpoint\": \"arg0\" } ] }");

    String file = operator.path("mcp-hotfix.json");
    assertThat(configuration.rules())
        .containsExactly(
            new RuleConfiguration(
                new HookPoint(
                    "save",
                    "com.acme.Store",
                    "save",
                    List.of("java.lang.String", "com.acme.Credential"),
                    new Target.Argument(1)),
                Patch.CREDENTIAL,
                new ServerReference.Argument(0),
                null,
                "identifier",
                new Origin(file + ":2")),
            new RuleConfiguration(
                new HookPoint("Store#load", "com.acme.Store", "load", null, new Target.Return()),
                Patch.CREDENTIAL,
                new ServerReference.FromRecord(),
                null,
                "clientId",
                new Origin(file + ":5")),
            new RuleConfiguration(
                new HookPoint(
                    "TokenClient#post",
                    "com.acme.TokenClient",
                    "post",
                    null,
                    new Target.Field("form")),
                Patch.TOKEN_REQUEST,
                null,
                0,
                "client_id",
                new Origin(file + ":7")));
  }

  @Test
  void readsCommentsOfBothKinds() throws Exception {
    HotfixConfiguration configuration =
        operator.startsWithFile("// first", "{ /* second */ \"mode\": \"observe\" }");

    assertThat(configuration.mode().value()).isEqualTo(Mode.OBSERVE);
  }

  @Test
  void readsSettings() throws Exception {
    HotfixConfiguration configuration =
        operator.startsWithFile(
            "{ \"log\": \"json:hotfix.log\", \"logLevel\": \"debug\", \"discovery\": \"off\",",
            "  \"http\": [\"jdk\"], \"grants\": [\"refresh_token\", \"authorization_code\"] }");

    assertThat(operator.relative(configuration.describe()))
        .containsExactly(
            "mode=enforce (default)",
            "log=json:hotfix.log (mcp-hotfix.json:1)",
            "logLevel=debug (mcp-hotfix.json:1)",
            "discovery=off (mcp-hotfix.json:1)",
            "grants=refresh_token,authorization_code (mcp-hotfix.json:2)",
            "http=jdk (mcp-hotfix.json:2)",
            "relocated= (default)");
  }

  @Test
  void installsNoBuiltInHookWhereTheListIsEmpty() throws Exception {
    assertThat(operator.startsWithFile("{ \"http\": [] }").http().value()).isEmpty();
  }

  @Test
  void fillsPlaceholdersFromTheEnvironment() throws Exception {
    operator.environment("ID", "from-environment");

    HotfixConfiguration configuration =
        operator.startsWithFile(
            "{ \"mcpServers\": { \"a\": { \"url\": \"https://${HOST:-mcp.example.com}/mcp\",",
            "  \"oauth\": { \"clientId\": \"${ID}\" } } } }");

    assertThat(configuration.servers())
        .singleElement()
        .returns("from-environment", server -> server.client().clientId())
        .returns("https://mcp.example.com/mcp", server -> server.client().serverUrl());
  }

  @Test
  void showsNeitherHeadersNorQueries() throws Exception {
    HotfixConfiguration configuration =
        operator.startsWithFile(
            "{ \"mcpServers\": { \"a\": { \"url\": \"https://mcp.example.com/mcp?key=hush\",",
            "  \"headers\": { \"Authorization\": \"hush\" },",
            "  \"oauth\": { \"clientId\": \"mine\" } } } }");

    assertThat(operator.relative(configuration.describe()))
        .contains("server a=clientId:mine url:https://mcp.example.com/mcp (mcp-hotfix.json:3)");
    assertThat(configuration.servers().get(0).toString()).doesNotContain("hush");
  }
}
