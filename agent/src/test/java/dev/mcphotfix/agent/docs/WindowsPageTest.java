package dev.mcphotfix.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.AgentArgument;
import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent takes each flag, option and file on the page for what the page says. */
class WindowsPageTest {

  private static final Pattern FLAG =
      Pattern.compile("\"-javaagent:([^\"=]*)\\\\mcp-oauth-hotfix-agent\\.jar=([^\"]+)\"");

  @TempDir private Path folder;

  @Test
  void quotesEachFlagAsAWholeAndTheAgentReadsIt() {
    List<String> read = flags().map(flag -> understood(flag.group(2))).toList();

    assertThat(read)
        .containsExactly(
            "config=C:\\mcp-hotfix\\mcp-hotfix.json,mode=observe,logLevel=info",
            "mcpConfig=C:\\the client\\.mcp.json,logLevel=info",
            "config=C:\\mcp-hotfix\\mcp-hotfix.json,logLevel=info",
            "config=C:\\mcp-hotfix\\mcp-hotfix.json,logLevel=info");
    assertThat(page().lines().stream().filter(line -> line.contains("-javaagent:")))
        .hasSameSizeAs(read);
    assertThat(flags().map(flag -> flag.group(1)))
        .allMatch(jar -> jar.matches("C:\\\\(Program Files\\\\)?mcp-hotfix"));
  }

  @Test
  void keepsTheQuotationMarksInTheVariable() {
    assertThat(page().blocks("powershell").get(0)).contains("_OPTIONS = '\"-java", "json\"'");
    assertThat(page().blocks("bat").get(1)).contains("_OPTIONS=\"-java", "json\"\n");
  }

  @Test
  void givesOptionsWhoseBackslashesAreThemselves() {
    String text = String.join("\n", page().lines());

    for (String option :
        List.of("log=file:D:\\logs\\mcp-hotfix.log", "config=\\\\server\\share\\a.json")) {
      assertThat(text).contains('`' + option + '`');
      assertThat(understood(option)).contains(option);
    }
    assertThat(text).contains("`C:\\logs\\,mode=off`");
    assertThat(understood("log=file:C:\\logs\\,mode=off"))
        .isEqualTo("log=file:C:\\logs\\,mode=off,logLevel=info");
  }

  @Test
  void showsAFileThatTheAgentAccepts() throws Exception {
    Path file = folder.resolve("mcp-hotfix.json");
    Files.writeString(file, '\uFEFF' + page().blocks("json").get(0).replace("\n", "\r\n"));

    HotfixConfiguration read =
        ConfigurationReader.read(file.toString(), new Properties(), Map.of(), BuiltInHooks.names());

    assertThat(read.log().value().path()).endsWith("D:\\logs\\mcp-hotfix.log.json");
    assertThat(read.servers()).hasSize(1);
  }

  /** The options as the agent writes them when it has read them, and only then. */
  private static String understood(String options) {
    return String.valueOf(AgentArgument.changed(options, "logLevel=info"));
  }

  private static Stream<MatchResult> flags() {
    return page().lines().stream().flatMap(line -> FLAG.matcher(line).results());
  }

  private static Document page() {
    return Document.read("docs/windows.md");
  }
}
