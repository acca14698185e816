package dev.mcphotfix.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Event;
import dev.mcphotfix.agent.log.LogMemory;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CommandsTest {

  private final FakeAgent agent = new FakeAgent();
  private final Commands commands = new Commands(agent);

  @AfterEach
  void takeTheAnswerAway() {
    System.clearProperty(Commands.ANSWER);
  }

  @Test
  void answersAStatusWithEachHookAndWhatItDid() {
    tell(Notice.HOOK_WOVEN, "hook", "jdk", "class", "a.C", "method", "send", "loader", "app");
    tell(Action.ADDED, "reason", "added", "hook", "jdk");
    tell(Action.LEFT_ALONE, "reason", "http-basic", "hook", "jdk");

    assertThat(answer("command=status,request=7f3a"))
        .startsWith("{\"request\":\"7f3a\",\"command\":\"status\",\"outcome\":\"done\"")
        .contains("\"mode\":\"enforce\"")
        .contains("\"hook\":\"jdk\",\"class\":\"a.C\",\"method\":\"send\",\"loader\":\"app\"")
        .contains("\"source\":\"file:/a.jar\",\"woven\":true,\"reason\":null,\"requests\":2")
        .contains("\"patched\":1,\"leftAlone\":{\"http-basic\":1}")
        .contains("\"hook\":\"okhttp\",\"woven\":false,\"reason\":\"not met yet\"")
        .contains(
            "\"decisions\":{\"added\":1,\"http-basic\":1},\"observed\":{},\"accepted\":0,\"refused\":0");
  }

  @Test
  void tellsTheFactsOfWhatTheWitnessWarnsOfAndOfNothingElse() {
    write(Entry.of(Severity.WARN, Notice.WITNESSED).with("rule", "a.B#c(byte[]) target=arg0"));
    write(Entry.of(Severity.WARN, Notice.HOOK_RETIRED).with("rule", "another"));

    assertThat(answer("command=status"))
        .containsPattern(
            "\"witnessed\":\\[\\{\"time\":\"[^\"]+\",\"event\":\"witnessed\","
                + "\"rule\":\"a.B#c\\(byte\\[]\\) target=arg0\"}]");
  }

  @Test
  void tellsWhichAnswerIsToARequestThatCameTooEarly() {
    String early = "unknown-endpoint:discovery-pending";
    tell(Action.LEFT_ALONE, "reason", early, "hook", "jdk", "request", "0001");
    tell(Notice.TOKEN_RESPONSE, "status", "400", "request", "0001");
    tell(Notice.TOKEN_RESPONSE, "status", "400", "request", "0002");

    assertThat(answer("command=status"))
        .contains("\"request\":\"0001\",\"early\":true}")
        .contains("\"request\":\"0002\",\"early\":false}");
  }

  @Test
  void tellsWhyAHookIsNotWoven() {
    tell(Notice.HOOK_NOT_WOVEN, "hook", "jdk", "class", "a.C", "why", "no method of that name");

    assertThat(answer("command=status"))
        .contains("\"woven\":false,\"reason\":\"no method of that name\"");
  }

  @Test
  void keepsTextOfTheHostFromForgingAnAnswer() {
    tell(Notice.TOKEN_RESPONSE, "error", "a\"}\n\u001b[2J{\"");

    assertThat(answer("command=status")).contains("\"error\":\"a\\\"}??[2J{\\\"\"");
  }

  @Test
  void handsTheOptionsOfAReloadOn() {
    assertThat(answer("command=reload,other.json,mode=observe")).contains("\"outcome\":\"done\"");

    assertThat(agent.options).isEqualTo("other.json,mode=observe");
  }

  @Test
  void saysWhatIsWrongWithAConfigurationThatItDoesNotTake() {
    agent.problems = List.of("bad.json:1: rulez: unknown key");

    assertThat(answer("command=reload"))
        .contains("\"outcome\":\"unchanged\",\"problems\":[\"bad.json:1: rulez: unknown key\"]");
  }

  @Test
  void tellsAtTheEndWhatWasDone() {
    tell(Action.ADDED, "reason", "added", "hook", "jdk");

    assertThat(answer("command=detach"))
        .contains("\"command\":\"detach\",\"outcome\":\"done\"")
        .contains("\"decisions\":{\"added\":1}");
    assertThat(agent.detached).isTrue();
  }

  @Test
  void leavesTheAgentAloneWhereTheCommandIsUnknown() {
    assertThat(answer("command=leave"))
        .contains("\"outcome\":\"failed\"")
        .contains("known are status, reload and detach");
    assertThat(agent.detached).isFalse();
  }

  @Test
  void saysWhichRequestItCouldNotRead() {
    assertThat(answer("command=status,request=7f3a,for=900"))
        .startsWith("{\"request\":\"7f3a\",")
        .contains("\"outcome\":\"failed\"")
        .contains("a number of seconds from 1 to 120");
  }

  @Test
  void answersNoRequestWhereNoneIsNamed() {
    Commands.notInstalled("", List.of("mode is off"));

    assertThat(System.getProperty(Commands.ANSWER))
        .isEqualTo(
            "{\"request\":null,\"command\":\"install\",\"outcome\":\"not-installed\","
                + "\"problems\":[\"mode is off\"]}");
  }

  @Test
  void renewsAnAnswerUntilAnotherCommandComes() throws InterruptedException {
    answer("command=status,request=1,for=120");
    String renewed = System.getProperty(Commands.ANSWER, "");
    while (!renewed.contains("\"sequence\":1")) {
      Thread.onSpinWait();
      renewed = System.getProperty(Commands.ANSWER, "");
    }

    answer("command=detach,request=2");
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("mcp-hotfix-status")) {
        thread.join();
      }
    }

    assertThat(System.getProperty(Commands.ANSWER)).contains("\"request\":\"2\"");
  }

  @Test
  void takesOutAWitnessThatIsAloneOnceItsTimeIsOver() {
    agent.witnessAlone = true;

    commands.endWitness(() -> true);

    assertThat(agent.detached).isTrue();
    assertThat(System.getProperty(Commands.ANSWER)).contains("\"command\":\"detach\"");
  }

  @Test
  void leavesAllElseInOnceTheTimeOfTheWitnessIsOver() {
    commands.endWitness(() -> true);

    assertThat(agent.witnessEnded).isTrue();
    assertThat(agent.detached).isFalse();
    assertThat(System.getProperty(Commands.ANSWER)).isNull();
  }

  @Test
  void endsNoWitnessOfAnotherConfiguration() {
    commands.endWitness(() -> false);
    agent.witnessAlone = true;
    commands.endWitness(() -> false);

    assertThat(agent.witnessEnded).isFalse();
    assertThat(agent.detached).isFalse();
  }

  private String answer(String command) {
    commands.carryOut(command);
    return System.getProperty(Commands.ANSWER, "");
  }

  private void tell(Event event, String... facts) {
    Entry entry = Entry.of(Severity.INFO, event);
    for (int i = 0; i < facts.length; i += 2) {
      entry = entry.with(facts[i], facts[i + 1]);
    }
    write(entry);
  }

  private void write(Entry entry) {
    agent.memory.over(written -> {}).write(entry);
  }

  private static final class FakeAgent implements Controlled {

    private final LogMemory memory = new LogMemory();
    private List<String> problems = List.of();
    private @Nullable String options;
    private boolean detached;
    private boolean witnessAlone;
    private boolean witnessEnded;

    @Override
    public boolean isWitnessAlone() {
      return witnessAlone;
    }

    @Override
    public void endWitness() {
      witnessEnded = true;
    }

    @Override
    public LogMemory memory() {
      return memory;
    }

    @Override
    public Map<String, Object> configuration() {
      return Map.of("mode", "enforce");
    }

    @Override
    public List<String> hooks() {
      return List.of("jdk", "okhttp");
    }

    @Override
    public List<String> sources(String className) {
      return List.of("file:/a.jar");
    }

    @Override
    public List<String> reload(@Nullable String newOptions) {
      options = newOptions;
      return problems;
    }

    @Override
    public void detach() {
      detached = true;
    }
  }
}
