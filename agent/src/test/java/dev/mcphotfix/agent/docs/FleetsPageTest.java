package dev.mcphotfix.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent understands every flag, file and variable that the page gives it. */
class FleetsPageTest {

  private static final Pattern FLAG =
      Pattern.compile("-javaagent:(\\S*mcp-oauth-hotfix-agent\\.jar)=([^\\s\"]+)");

  /** The text of a config map, a block that YAML indents by four. */
  private static final Pattern CONFIG_MAP =
      Pattern.compile("mcp-hotfix\\.json: \\|\\n((?: {4}.*\\n?)+)");

  @TempDir private Path folder;

  @Test
  void givesTheSameJarAndFileEverywhere() {
    List<String> flags = new ArrayList<>();
    for (String line : page().lines()) {
      FLAG.matcher(line).results().map(MatchResult::group).forEach(flags::add);
    }

    assertThat(flags)
        .hasSizeGreaterThanOrEqualTo(8)
        .allMatch(flag -> flag.matches("-javaagent:(/opt/|C:\\\\)mcp-hotfix[/\\\\].*"))
        .allMatch(flag -> flag.endsWith("mcp-hotfix.json"))
        .noneMatch(flag -> flag.contains("'") || flag.contains(","));
  }

  @Test
  void showsAConfigMapThatTheAgentAccepts() throws Exception {
    String yaml = String.join("\n", page().blocks("yaml"));
    String json = CONFIG_MAP.matcher(yaml).results().findFirst().orElseThrow().group(1);
    Path file = Files.writeString(folder.resolve("mcp-hotfix.json"), json);

    HotfixConfiguration configuration = read(file.toString(), Map.of());

    assertThat(configuration.servers()).hasSize(1);
    assertThat(configuration.warnings()).isEmpty();
  }

  @Test
  void setsVariablesThatTheAgentKnows() {
    Map<String, String> environment = new HashMap<>();
    environment.put("MCP_HOTFIX_LOG", after("MCP_HOTFIX_LOG=", "ini"));
    environment.put("MCP_HOTFIX_MODE", "observe");

    assertThat(environment.get("MCP_HOTFIX_LOG")).startsWith("json:/var/log/mcp-hotfix/");
    assertThat(String.join("\n", page().lines())).contains("MCP_HOTFIX_MODE=observe");
    assertThatCode(() -> read("clientId=a,url=https://mcp.example.com", environment))
        .doesNotThrowAnyException();
  }

  private static String after(String name, String language) {
    String block = page().blocks(language).get(0);
    int start = block.indexOf(name) + name.length();
    return block.substring(start, block.indexOf('"', start));
  }

  private static HotfixConfiguration read(String argument, Map<String, String> environment)
      throws Exception {
    return ConfigurationReader.read(argument, new Properties(), environment, BuiltInHooks.names());
  }

  private static Document page() {
    return Document.read("docs/fleets.md");
  }
}
