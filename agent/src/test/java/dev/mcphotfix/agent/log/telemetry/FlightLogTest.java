package dev.mcphotfix.agent.log.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlightLogTest {

  private static final Entry ADDED =
      Entry.of(Severity.INFO, Action.ADDED)
          .with("server", "example-server")
          .with("endpoint", "https://idp.example.com/token")
          .with("grant", "refresh_token")
          .with("reason", "added")
          .with("hook", "jdk")
          .with("request", "0001");

  private final List<Entry> written = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void makesAnEventOfADecision() throws IOException {
    RecordedEvent event = only(recorded(Duration.ZERO, log -> log.write(ADDED)));

    assertThat(event.getEventType().getName()).isEqualTo("dev.mcphotfix.Decision");
    assertThat(event.getEventType().getCategoryNames()).containsExactly("MCP OAuth Hotfix");
    assertThat(event.getStackTrace()).isNull();
    assertThat(event.getString("action")).isEqualTo("added client_id");
    assertThat(event.getString("reason")).isEqualTo("added");
    assertThat(event.getString("server")).isEqualTo("example-server");
    assertThat(event.getString("endpoint")).isEqualTo("https://idp.example.com/token");
    assertThat(event.getString("request")).isEqualTo("0001");
    assertThat(written).containsExactly(ADDED);
  }

  @Test
  void lastsFromTheCallOfTheHookToTheDecision() throws IOException {
    RecordedEvent event =
        only(
            recorded(
                Duration.ZERO,
                log -> {
                  log.begun();
                  log.write(ADDED);
                  log.ended();
                }));

    assertThat(event.getDuration()).isPositive();
  }

  @Test
  void leavesOutADecisionThatIsFasterThanTheThreshold() throws IOException {
    List<RecordedEvent> events =
        recorded(
            Duration.ofMinutes(1),
            log -> {
              log.begun();
              log.write(ADDED);
              log.ended();
            });

    assertThat(events).isEmpty();
    assertThat(written).containsExactly(ADDED);
  }

  @Test
  void makesEventsOfResponsesAndHooks() throws IOException {
    List<RecordedEvent> events =
        recorded(
            Duration.ZERO,
            log -> {
              log.write(
                  Entry.of(Severity.WARN, Notice.TOKEN_RESPONSE)
                      .with("status", "400")
                      .with("error", "invalid_grant"));
              log.write(
                  Entry.of(Severity.WARN, Notice.HOOK_NOT_WOVEN)
                      .with("hook", "save")
                      .with("class", "a.Store")
                      .with("why", "no method of that name"));
            });

    assertThat(events)
        .extracting(event -> event.getEventType().getName())
        .containsExactly("dev.mcphotfix.TokenResponse", "dev.mcphotfix.Install");
    assertThat(events.get(0).getString("error")).isEqualTo("invalid_grant");
    assertThat(events.get(1).getBoolean("woven")).isFalse();
    assertThat(events.get(1).getString("why")).isEqualTo("no method of that name");
  }

  @Test
  void makesEventsOfStepsAndWhatTheyComeTo() throws IOException {
    List<RecordedEvent> events =
        recorded(
            Duration.ZERO,
            log -> {
              log.write(
                  Entry.of(Severity.INFO, Notice.TRACE)
                      .with("conversation", "3fa-1")
                      .with("step", "token-response")
                      .with("server", "example-server")
                      .with("request", "0001")
                      .with("status", "400")
                      .with("client_id", "absent")
                      .with("refresh_token", "new")
                      .with("took", "43")
                      .with("ms", "253")
                      .with("thread", "main"));
              log.write(
                  Entry.of(Severity.WARN, Notice.DIAGNOSIS)
                      .with("conversation", "3fa-1")
                      .with("cause", "no-client-id")
                      .with("story", "401 from the server"));
            });

    assertThat(events)
        .extracting(event -> event.getEventType().getName())
        .containsExactly("dev.mcphotfix.Step", "dev.mcphotfix.Diagnosis");
    assertThat(events)
        .allSatisfy(event -> assertThat(event.getString("conversation")).isEqualTo("3fa-1"));
    assertThat(events.get(0).getDuration("took")).isEqualTo(Duration.ofMillis(43));
    assertThat(events.get(0).getDuration("since")).isEqualTo(Duration.ofMillis(253));
    assertThat(events.get(0).getString("facts")).isEqualTo("client_id=absent refresh_token=new");
    assertThat(events.get(1).getString("cause")).isEqualTo("no-client-id");
    assertThat(events.get(1).getString("story")).isEqualTo("401 from the server");
  }

  @Test
  void makesNoEventOfAnotherEntry() throws IOException {
    assertThat(
            recorded(
                Duration.ZERO, log -> log.write(Entry.of(Severity.INFO, Notice.SELF_CHECK_OK))))
        .isEmpty();
  }

  private interface Use {
    void of(FlightLog log);
  }

  private List<RecordedEvent> recorded(Duration threshold, Use use) throws IOException {
    FlightLog log = new FlightLog(written::add);
    try (Recording recording = new Recording()) {
      recording.enable("dev.mcphotfix.Decision").withThreshold(threshold);
      recording.start();
      use.of(log);
      recording.stop();
      Path file = folder.resolve("decisions.jfr");
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream()
          .filter(event -> event.getEventType().getName().startsWith("dev.mcphotfix."))
          .toList();
    } finally {
      log.close();
    }
  }

  private static RecordedEvent only(List<RecordedEvent> events) {
    assertThat(events).hasSize(1);
    return events.get(0);
  }
}
