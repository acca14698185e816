package dev.mcphotfix.agent.command.attach.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    JvmOptions options =
        JvmOptions.of(List.of(), Map.of("JAVA_TOOL_OPTIONS", variable.formatted(JAR)), Map.of());

    assertThat(options.agent()).isEqualTo(agent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"\"-Dx= -javaagent:C:%s=a.json\"", "-Dx='-javaagent:C:%s=a.json'", "``"})
  void takesNothingElseForTheAgent(String variable) {
    JvmOptions options =
        JvmOptions.of(List.of(), Map.of("JAVA_TOOL_OPTIONS", variable.formatted(JAR)), Map.of());

    assertThat(options.agent()).isNull();
  }
}
