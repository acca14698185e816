package dev.mcphotfix.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.json.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentArgumentTest {

  private final Problems problems = new Problems();

  @Test
  void takesNothingFromAMissingArgument() {
    assertThat(parse(null)).isEmpty();
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void takesNothingFromAnEmptyArgument() {
    assertThat(parse("")).isEmpty();
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void takesABareFirstValueAsTheFile() {
    assertThat(parse("conf dir/mcp-hotfix.json,mode=observe"))
        .containsExactly(
            Map.entry(Option.CONFIG, "conf dir/mcp-hotfix.json"),
            Map.entry(Option.MODE, "observe"));
  }

  @Test
  void leavesBackslashesOfAWindowsPathAlone() {
    assertThat(parse("C:\\Program Files\\app\\mcp-hotfix.json,log=file:C:\\logs\\a.log"))
        .containsExactly(
            Map.entry(Option.CONFIG, "C:\\Program Files\\app\\mcp-hotfix.json"),
            Map.entry(Option.LOG, "file:C:\\logs\\a.log"));
  }

  @Test
  void takesAnEscapedCommaIntoTheValue() {
    assertThat(parse("clientId=a\\,b,mode=off"))
        .containsExactly(Map.entry(Option.CLIENT_ID, "a,b"), Map.entry(Option.MODE, "off"));
  }

  @Test
  void keepsFurtherEqualsSignsInTheValue() {
    assertThat(parse("url=https://mcp.example.com/?tenant=1"))
        .containsExactly(Map.entry(Option.URL, "https://mcp.example.com/?tenant=1"));
  }

  @Test
  void changesOnlyWhatOptionsSayThatNameNoServerAndNoFile() {
    assertThat(AgentArgument.changed("a\\,b.json,mode=off,log=file:C:\\a", "mode=observe,jfr=on"))
        .isEqualTo("config=a\\,b.json,mode=observe,log=file:C:\\a,jfr=on");
    assertThat(AgentArgument.changed(null, "mode=observe,request=7f3a")).isEqualTo("mode=observe");
  }

  @Test
  void keepsAllWhereNoOptionIsGiven() {
    assertThat(AgentArgument.changed("a.json", null)).isEqualTo("a.json");
    assertThat(AgentArgument.changed("a.json", "request=7f3a")).isEqualTo("a.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"b.json", "clientId=a,mode=off", "config=b.json,mode=off", "mode=off,moda=on"})
  void replacesAllWhereAServerOrAFileIsNamedOrAnOptionIsNone(String options) {
    assertThat(AgentArgument.changed("a.json,log=host", options)).isEqualTo(options);
  }

  @Test
  void namesTheNearestOption() {
    assertThat(problemsOf("clientID=a"))
        .containsExactly("agent argument: unknown option \"clientID\"; did you mean \"clientId\"?");
  }

  @Test
  void namesAllOptionsWhereNoneIsNear() {
    assertThat(problemsOf("verbosity=a"))
        .containsExactly(
            "agent argument: unknown option \"verbosity\"; expected one of config, mcpConfig,"
                + " server, url, clientId, tokenEndpoint, issuer, mode, log, logLevel, discovery,"
                + " jfr, mxbean, witness, trace");
  }

  @Test
  void saysHowToGiveAPathWithAnEqualsSign() {
    assertThat(problemsOf("/etc/a=b/mode"))
        .singleElement()
        .asString()
        .endsWith("; a file whose path has \"=\" in it is given as config=PATH");
  }

  @Test
  void refusesAnOptionThatIsGivenTwice() {
    assertThat(problemsOf("mode=off,mode=enforce"))
        .containsExactly("agent argument: mode: given twice");
  }

  @Test
  void refusesABareValueThatIsNotTheFirst() {
    assertThat(problemsOf("mode=off,mcp-hotfix.json"))
        .containsExactly(
            "agent argument: \"mcp-hotfix.json\": expected key=value; a comma inside a value is"
                + " written \\,");
  }

  @Test
  void asksForNoSecretAndDoesNotRepeatIt() {
    assertThat(problemsOf("clientSecret=hush"))
        .containsExactly(
            "agent argument: clientSecret: not an option; the agent never needs a secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config=C:\\conf\\,mode=off", "log=file:C:\\logs\\,mode=off"})
  void saysThatABackslashHasTakenTheNextOptionIntoTheValue(String text) {
    assertThat(problemsOf(text))
        .singleElement()
        .asString()
        .contains("\",mode=\" in it looks like the next option")
        .endsWith("name a folder without the backslash at its end");
  }

  @Test
  void saysSoOfABareFileToo() {
    assertThat(problemsOf("C:\\conf\\,mode=off"))
        .singleElement()
        .asString()
        .contains(", but \\, is a comma inside a value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\conf\\a\\,b.json,mode=off",
        "\\\\server\\share\\mcp-hotfix.json,log=json:D:\\logs\\a.log",
        "clientId=a\\,b=c",
        "mode=off,log=file:C:\\logs\\",
      })
  void takesAnyOtherBackslashAsTheOperatorMeantIt(String text) {
    assertThat(problemsOf(text)).isEmpty();
  }

  private Map<Option, String> parse(@Nullable String text) {
    return AgentArgument.parse(text, problems);
  }

  private List<String> problemsOf(String text) {
    parse(text);
    return problems.found();
  }
}
