package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.NEIGHBOUR;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.formOnly;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.request.Grant;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One request that several hooks see: it is decided, logged and answered once. */
final class NestedHooksTest {

  private final RecordingLog log = new RecordingLog();
  private long now;
  private final Examiner examiner = examiner(false, EXAMPLE);

  @Test
  void addsAndLogsOnce() {
    Exchange outer = examiner.examine(formOnly().build(), "refresh-rule");
    Exchange inner = examiner.examine(refresh().form(outer.form()).build(), "jdk");

    assertThat(inner.form()).isSameAs(outer.form());
    assertThat(log.reasons()).containsExactly("added");
  }

  @Test
  void observesAndLogsOnce() {
    Examiner observing = examiner(true, EXAMPLE);

    observing.examine(refresh().build(), "ktor");
    observing.examine(refresh().build(), "okhttp");

    assertThat(log.reasons()).containsExactly("added");
  }

  @Test
  void logsOneResponseUnderTheIdOfTheDecision() {
    Exchange outer = examiner.examine(refresh().build(), "ktor");
    Exchange inner = examiner.examine(refresh().form(outer.form()).build(), "okhttp");
    inner.responded(200, null);
    outer.responded(200, null);

    assertThat(log.entries).hasSize(2);
    assertThat(log.entries).extracting(entry -> entry.facts().get("request")).containsOnly("0001");
    assertThat(log.lastFact("server")).isEqualTo("example-server");
  }

  @Test
  void letsTheInnerHookAddWhatTheOuterCouldNotDecide() {
    Examiner both = examiner(false, EXAMPLE, elsewhere());

    Exchange outer = both.examine(formOnly().build(), "refresh-rule");
    Exchange inner = both.examine(refresh().form(outer.form()).build(), "jdk");

    assertThat(inner.form()).endsWith("&client_id=my-static-client");
    assertThat(log.reasons()).containsExactly("ambiguous-server", "added");
    assertThat(log.entries).extracting(entry -> entry.facts().get("request")).containsOnly("0001");
  }

  @Test
  void takesTheSameHookForARetry() {
    examiner.examine(refresh().build(), "jdk");
    examiner.examine(refresh().build(), "jdk");

    assertThat(log.reasons()).containsExactly("added", "added");
    assertThat(log.lastFact("request")).isEqualTo("0002");
  }

  @Test
  void takesAnotherHookForAnotherRequestOnceTheServerAnswered() {
    examiner.examine(refresh().build(), "jdk").responded(503, null);
    examiner.examine(refresh().build(), "okhttp");

    assertThat(log.reasons()).containsExactly("added", "added");
  }

  @Test
  void takesAnotherHookForAnotherRequestAfterHalfAMinute() {
    examiner.examine(refresh().build(), "ktor");
    now += Duration.ofSeconds(31).toNanos();
    examiner.examine(refresh().build(), "okhttp");

    assertThat(log.reasons()).containsExactly("added", "added");
  }

  @Test
  void tellsTwoTokensApart() {
    examiner.examine(refresh().build(), "ktor");
    examiner.examine(refresh().form("grant_type=refresh_token&refresh_token=r2").build(), "okhttp");

    assertThat(log.reasons()).containsExactly("added", "added");
  }

  @Test
  void countsARefusalOfARequestThatTheOuterHookChanged() {
    for (int i = 0; i < 2; i++) {
      Exchange outer = examiner.examine(refresh().build(), "ktor");
      examiner
          .examine(refresh().form(outer.form()).build(), "okhttp")
          .responded(401, "{\"error\":\"invalid_client\"}");
    }
    examiner.examine(refresh().build(), "ktor");

    assertThat(log.reasons()).containsExactly("added", "added", "breaker-open");
  }

  private static StaticClient elsewhere() {
    return new StaticClient(
        NEIGHBOUR.serverName(), null, NEIGHBOUR.clientId(), "https://b.example.com/token", null);
  }

  private Examiner examiner(boolean observe, StaticClient... clients) {
    return new Examiner(
        new Setup(
            Knowledge.of(List.of(clients), EnumSet.of(Grant.REFRESH_TOKEN)),
            observe,
            AuthorizationServerDirectory.NONE,
            log),
        () -> now);
  }
}
