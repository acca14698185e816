package dev.mcphotfix.agent.command.attach.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JvmOptionsTest {

  private static final String JAR = "\\mcp-oauth-hotfix-agent.jar";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-javaagent:C:%s=a.json -Xmx1g                   | a.json",
        "-Xmx1g \"-javaagent:C:\\Program Files%s=a b.json\" | a b.json",
        "'-javaagent:C:\\Program Files%s=a b.json' -Xmx1g | a b.json",
        "-javaagent:\"C:\\Program Files%s\"='a b'.json    | a b.json",
        "-javaagent:C:%s=it's                             | it's",
      })
  void readsTheVariableAsTheJvmDoes(String variable, String agent) {
    assertThat(variable(variable).agent()).isEqualTo(agent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"\"-Dx= -javaagent:C:%s=a.json\"", "-Dx='-javaagent:C:%s=a.json'", "``"})
  void takesNothingElseForTheAgent(String variable) {
    assertThat(variable(variable).agent()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mcp-oauth-hotfix-agent.jar", "./mcp-oauth-hotfix-agent.jar", "/a/healing.jar"})
  void knowsTheAgentByARelativeNameAndByWhatIsInItsJar(String jar) {
    assertThat(commandLine("-javaagent:" + jar + "=a.json").agent()).isEqualTo("a.json");
    assertThat(commandLine("-javaagent:" + jar).agent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-javaagent:other.jar", "-javaagent:healing.jar.d/x.jar", "-Dx=healing.jar"})
  void takesNoOtherJarForTheAgent(String option) {
    assertThat(commandLine(option).agent()).isNull();
  }

  private static JvmOptions variable(String text) {
    return JvmOptions.of(
        List.of(), Map.of("JAVA_TOOL_OPTIONS", text.formatted(JAR)), Map.of(), Set.of());
  }

  private static JvmOptions commandLine(String option) {
    return JvmOptions.of(List.of(option), Map.of(), Map.of(), Set.of("healing.jar"));
  }
}
