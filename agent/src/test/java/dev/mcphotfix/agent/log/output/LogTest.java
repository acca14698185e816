package dev.mcphotfix.agent.log.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Decision;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.LineOutput;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.log.Slf4jLog;
import dev.mcphotfix.agent.log.TextFormat;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.event.Level;

final class LogTest {

  private final List<String> lines = new ArrayList<>();
  private final LineLogger logger =
      new LineLogger(new TextFormat(), line -> lines.add(line.text()), Level.INFO);
  private final AgentLog log = new Slf4jLog(logger);

  @Test
  void writesADecisionAsOneLineInAFixedOrder() {
    log.write(
        new Decision(
            Action.ADDED,
            Reason.ADDED,
            null,
            Severity.INFO,
            "example-server",
            "https://idp.example.com/connect/token?secret=s",
            "refresh_token",
            "jdk",
            "7f3a"));

    assertThat(lines)
        .containsExactly(
            "mcp-hotfix INFO  added client_id  server=example-server"
                + " endpoint=https://idp.example.com/connect/token grant=refresh_token"
                + " reason=added hook=jdk request=7f3a");
  }

  @Test
  void completesAReasonWithItsDetail() {
    log.write(
        new Decision(
            Action.LEFT_ALONE,
            Reason.GRANT_NOT_COVERED,
            "password",
            Severity.WARN,
            null,
            null,
            null,
            "jdk",
            null));

    assertThat(lines)
        .containsExactly(
            "mcp-hotfix WARN  left alone       reason=grant-not-covered:password hook=jdk");
  }

  @Test
  void leavesOutWhatIsBelowItsLevel() {
    log.write(Entry.of(Severity.DEBUG, Action.LEFT_ALONE));

    assertThat(lines).isEmpty();
  }

  @Test
  void cannotBeMadeToForgeALine() {
    log.write(
        Entry.of(Severity.WARN, Notice.TOKEN_RESPONSE)
            .with("error", "x\nmcp-hotfix INFO  y\u2028"));

    assertThat(lines)
        .containsExactly("mcp-hotfix WARN  token response   error=\"x?mcp-hotfix INFO  y?\"");
  }

  @Test
  void cannotBeMadeToForgeAFact() {
    log.write(Entry.of(Severity.WARN, Notice.TOKEN_RESPONSE).with("error", "x\" status=200"));

    assertThat(lines)
        .containsExactly("mcp-hotfix WARN  token response   error=\"x\\\" status=200\"");
  }

  @Test
  void cannotBeMadeToForgeAFactByABackslash() {
    log.write(Entry.of(Severity.WARN, Notice.TOKEN_RESPONSE).with("error", "x\\\" status=200"));

    assertThat(lines)
        .containsExactly("mcp-hotfix WARN  token response   error=\"x\\\\\\\" status=200\"");
  }

  @Test
  void boundsAValue() {
    log.write(Entry.of(Severity.WARN, Notice.TOKEN_RESPONSE).with("error", "y".repeat(5000)));

    assertThat(lines.get(0)).hasSizeLessThan(1100).endsWith("y...");
  }

  @Test
  void writesJson() {
    JsonFormat format =
        new JsonFormat(
            () -> Instant.parse("2026-01-02T03:04:05.006Z"), new Instance("a\"b", "4711", "5f0c"));
    AgentLog json =
        new Slf4jLog(new LineLogger(format, line -> lines.add(line.text()), Level.INFO));

    json.write(Entry.of(Severity.INFO, Notice.HOOK_WOVEN).with("why", "a \"b\" \\ c\n"));

    assertThat(lines)
        .containsExactly(
            "{\"time\":\"2026-01-02T03:04:05.006Z\",\"level\":\"INFO\",\"event\":\"hook woven\","
                + "\"why\":\"a \\\"b\\\" \\\\ c?\",\"host\":\"a\\\"b\",\"pid\":\"4711\",\"instance\":\"5f0c\"}");
  }

  @Test
  void leavesOutAHostThatHasNoName() {
    JsonFormat format = new JsonFormat(() -> Instant.EPOCH, new Instance(null, "4711", "5f0c"));

    assertThat(format.line("INFO", "x", Map.of()))
        .endsWith("\"event\":\"x\",\"pid\":\"4711\",\"instance\":\"5f0c\"}");
  }

  @Test
  void knowsTheProcessThatWrites() {
    assertThat(Instance.current().pid()).isEqualTo(String.valueOf(ProcessHandle.current().pid()));
  }

  @Test
  void knowsEachStartOfAnAgentByAnotherName() throws Exception {
    assertThat(Instance.current().id()).matches("[0-9a-f]{1,12}");
    assertThat(Instance.current().id()).isEqualTo(Instance.current().id());
    assertThat(idInANewAgent()).isNotEqualTo(idInANewAgent());
  }

  /** Each start of an agent loads its classes anew. */
  private static Object idInANewAgent() throws Exception {
    URL classes = Instance.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader agent =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = agent.loadClass(Instance.class.getName());
      return type.getMethod("id").invoke(type.getMethod("current").invoke(null));
    }
  }

  @Test
  void isAnOrdinaryLoggerToo() {
    Logger plain = logger;

    plain.info("one {}", 1);
    plain.debug("two");

    assertThat(lines).containsExactly("mcp-hotfix INFO  one 1");
  }

  @Test
  void knowsHowMuchAnOrdinaryMessageMatters() {
    List<Severity> severities = new ArrayList<>();
    Logger plain =
        new LineLogger(new TextFormat(), line -> severities.add(line.severity()), Level.TRACE);

    plain.trace("one");
    plain.debug("two");
    plain.info("three");
    plain.warn("four");
    plain.error("five");

    assertThat(severities)
        .containsExactly(
            Severity.DEBUG, Severity.DEBUG, Severity.INFO, Severity.WARN, Severity.WARN);
  }

  @Test
  void neverThrowsWhereTheOutputDoes() {
    LineOutput broken =
        line -> {
          throw new IllegalStateException("broken");
        };

    new Slf4jLog(new LineLogger(new TextFormat(), broken, Level.INFO))
        .write(Entry.of(Severity.WARN, Notice.TOKEN_RESPONSE));

    assertThat(lines).isEmpty();
  }
}
