package dev.mcphotfix.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start loads, seen in a JVM of its own. */
class StartupTest {

  private static final String ARGUMENTS =
      "url=https://mcp.example.com/mcp,clientId=my-client,mode=observe";

  @TempDir Path folder;

  @Test
  void loadsNoJsonParserWithoutAFile() throws Exception {
    List<String> loaded = classesLoadedWith(ARGUMENTS);

    assertThat(loaded).contains("dev.mcphotfix.agent.config.HotfixConfiguration");
    assertThat(loaded).noneMatch(name -> name.startsWith("tools.jackson."));
  }

  @Test
  void loadsTheJsonParserForAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("mcp-hotfix.json"), "{}");

    List<String> loaded = classesLoadedWith(file.toString());

    assertThat(loaded)
        .contains("tools.jackson.core.json.UTF8StreamJsonParser")
        .as("all other parsers and generators, which come with it")
        .doesNotContain("tools.jackson.core.json.JsonFactory");
  }

  /** Two of each are compared. */
  @Test
  void linksNoRecordConcatenationOrLambdaForServersAndRules() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("mcp-hotfix.json"),
            """
            {"mcpServers": {"a": {"url": "https://a.example.com/mcp", "oauth": {"clientId": "a"}},
                            "b": {"url": "https://b.example.com/mcp", "oauth": {"clientId": "b"}}},
             "rules": [{"method": "com.acme.A#post(java.lang.String)", "patch": "token-request",
                        "target": "arg0"},
                       {"method": "com.acme.B#post(java.lang.String)", "patch": "token-request",
                        "target": "arg0"}]}
            """);

    List<String> loaded = classesLoadedWith(file.toString());

    assertThat(loaded)
        .contains("dev.mcphotfix.agent.config.rule.RuleConfiguration")
        .doesNotContain("java.lang.runtime.ObjectMethods")
        .doesNotContain("java.lang.invoke.StringConcatFactory")
        .noneMatch(name -> name.contains("$$Lambda"));
  }

  @Test
  void loadsNothingWithoutAFileThatIsSlowOrUpsetsTheHost() throws Exception {
    List<String> loaded = classesLoadedWith(ARGUMENTS);

    assertThat(loaded)
        .noneMatch(name -> name.contains("$$Lambda"))
        .doesNotContain("java.lang.invoke.StringConcatFactory")
        .noneMatch(name -> name.startsWith("java.util.regex."))
        .noneMatch(name -> name.startsWith("java.util.logging."))
        .noneMatch(name -> name.startsWith("java.nio.file."));
  }

  /** The names of the classes that are loaded from the reader on, in order. */
  private static List<String> classesLoadedWith(String argument)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xlog:class+load:stdout",
                    "-cp",
                    System.getProperty("java.class.path"),
                    StartWithoutFile.class.getName(),
                    argument))
            .redirectErrorStream(true)
            .start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).isZero();
    List<String> names =
        output.lines().map(line -> line.replaceFirst("^(\\[.*?])+ (\\S+).*$", "$2")).toList();
    return names.subList(names.indexOf(ConfigurationReader.class.getName()), names.size());
  }
}
