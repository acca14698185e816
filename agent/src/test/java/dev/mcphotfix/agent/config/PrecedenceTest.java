package dev.mcphotfix.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.json.Origin;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedenceTest {

  @TempDir Path folder;
  private Operator operator;

  @BeforeEach
  void writeFile() {
    operator = new Operator(folder).file("mcp-hotfix.json", "{", "  \"mode\": \"off\"", "}");
  }

  @Test
  void prefersTheAgentArgumentToASystemProperty() throws Exception {
    operator.property("mcphotfix.mode", "off");

    HotfixConfiguration configuration = operator.starts("mode=observe");

    assertThat(configuration.mode())
        .isEqualTo(new Setting<>(Mode.OBSERVE, new Origin("agent argument")));
  }

  @Test
  void prefersASystemPropertyToTheEnvironment() throws Exception {
    operator.property("mcphotfix.mode", "observe").environment("MCP_HOTFIX_MODE", "off");

    HotfixConfiguration configuration = operator.starts("");

    assertThat(configuration.mode())
        .isEqualTo(new Setting<>(Mode.OBSERVE, new Origin("system property mcphotfix.mode")));
  }

  @Test
  void prefersTheEnvironmentToTheFile() throws Exception {
    operator.environment("MCP_HOTFIX_MODE", "observe");

    HotfixConfiguration configuration = operator.starts(operator.path("mcp-hotfix.json"));

    assertThat(configuration.mode())
        .isEqualTo(new Setting<>(Mode.OBSERVE, new Origin("environment MCP_HOTFIX_MODE")));
  }

  @Test
  void hasTheWitnessOnWithATraceWhereNothingElseIsSaid() throws Exception {
    assertThat(operator.starts("mode=off,trace=on").witness().value().isOn()).isTrue();
    assertThat(operator.starts("mode=off,trace=on,witness=off").witness().value().isOn()).isFalse();
    assertThat(operator.starts("mode=off,trace=on,witness=10m").witness().value().seconds())
        .isEqualTo(600);
    assertThat(operator.starts("mode=off,trace=off").witness().value().isOn()).isFalse();
  }

  @Test
  void prefersTheFileToTheDefault() throws Exception {
    String file = operator.path("mcp-hotfix.json");

    HotfixConfiguration configuration = operator.starts(file);

    assertThat(configuration.mode()).isEqualTo(new Setting<>(Mode.OFF, new Origin(file + ":2")));
  }

  @Test
  void fallsBackToDefaults() throws Exception {
    HotfixConfiguration configuration = operator.starts(null);

    assertThat(configuration.describe())
        .containsExactly(
            "mode=enforce (default)",
            "log=stderr (default)",
            "logLevel=info (default)",
            "discovery=on-demand (default)",
            "grants=refresh_token (default)",
            "http=jdk,url-connection (default)",
            "relocated= (default)");
  }

  @Test
  void findsTheFileThroughTheEnvironment() throws Exception {
    operator.environment("MCP_HOTFIX_CONFIG", operator.path("mcp-hotfix.json"));

    assertThat(operator.starts(null).mode().value()).isEqualTo(Mode.OFF);
  }

  @Test
  void takesAnEmptyVariableAsUnset() throws Exception {
    operator.environment("MCP_HOTFIX_MODE", "");

    assertThat(operator.starts(null).mode().origin()).isEqualTo(Origin.DEFAULT);
  }

  @Test
  void readsEveryOptionFromItsPropertyAndItsVariable() {
    OptionValues none = new OptionValues(Map.of(), new Properties(), Map.of());
    for (Option option : Option.values()) {
      Properties properties = new Properties();
      properties.setProperty("mcphotfix." + option.key(), "p");
      String variable =
          "MCP_HOTFIX_" + option.key().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);

      assertThat(none.find(option)).isNull();
      assertThat(new OptionValues(Map.of(), properties, Map.of()).find(option)).isNotNull();
      assertThat(new OptionValues(Map.of(), new Properties(), Map.of(variable, "e")).find(option))
          .isEqualTo(new Setting<>("e", new Origin("environment " + variable)));
    }
  }

  @Test
  void warnsOfAPropertyThatIsNearlyAnOption() throws Exception {
    operator.property("mcphotfix.clientID", "a").environment("MCP_HOTFIX_MOD", "off");

    assertThat(operator.starts(null).warnings())
        .containsExactly(
            "system property mcphotfix.clientID: unknown option; did you mean"
                + " \"mcphotfix.clientId\"?",
            "environment MCP_HOTFIX_MOD: unknown option; did you mean \"MCP_HOTFIX_MODE\"?");
  }
}
