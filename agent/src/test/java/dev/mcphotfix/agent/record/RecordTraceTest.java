package dev.mcphotfix.agent.record;

import static dev.mcphotfix.agent.record.HookFixture.EXAMPLE;
import static dev.mcphotfix.agent.record.HookFixture.ID;
import static dev.mcphotfix.agent.record.HookFixture.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.rule.ServerReference;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.trace.ToldTrace;
import dev.mcphotfix.agent.oauth.trace.Trace;
import dev.mcphotfix.agent.record.shape.MapRecord;
import dev.mcphotfix.agent.record.shape.json.JsonText;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the trace tells of a record that a rule shows. */
final class RecordTraceTest {

  private static final String ID_PROPERTY = "clientId";

  private final RecordingLog log = new RecordingLog();
  private final Trace trace = new ToldTrace(log, "t");

  @Test
  void tellsWhatARecordHoldsBeforeItIsHealed() {
    Map<String, Object> record = record();
    record.put("scope", null);

    handle(record, true, false);

    assertThat(record).containsEntry(ID_PROPERTY, ID);
    assertThat(log.last().event()).isEqualTo(Notice.TRACE);
    assertThat(log.last().facts())
        .containsEntry("step", "record-saved")
        .containsEntry("server", "example-server")
        .containsEntry("hook", "save")
        .containsEntry("properties", "serverName,serverUrl,accessToken,refreshToken,expiresAt")
        .containsEntry("client_id", "added")
        .containsEntry("refresh_token", "present")
        .containsKey("expired")
        .doesNotContainKey("expires_in");
    assertThat(log.entries.toString()).doesNotContain("secret");
  }

  @Test
  void tellsThatALoadedOneLacksTheIdWhereNothingIsChanged() {
    handle(record(), false, true);

    assertThat(log.last().facts())
        .containsEntry("step", "record-loaded")
        .containsEntry("client_id", "absent");
  }

  @Test
  void tellsWhoseTheIdIs() {
    Map<String, Object> own = record();
    own.put(ID_PROPERTY, ID);
    Map<String, Object> other = record();
    other.put(ID_PROPERTY, "another");

    handle(own, true, false);
    handle(other, true, false);

    assertThat(log.entries.get(0).facts()).containsEntry("client_id", "own");
    assertThat(log.entries.get(1).facts()).containsEntry("client_id", "other");
  }

  @Test
  void tellsOnceWhatIsLoadedAgainAndAgain() {
    handle(record(), false, true);
    handle(record(), false, true);
    Map<String, Object> changed = record();
    changed.put("scope", "read");
    handle(changed, false, true);

    assertThat(log.entries).hasSize(2);
  }

  @Test
  void masksTheNameOfAPropertyThatMayBeAKey() {
    Map<String, Object> record = record();
    record.put("s3cr3t", "x");

    handle(record, true, false);

    assertThat(log.last().facts().get("properties")).endsWith(",***").doesNotContain("s3cr3t");
  }

  @Test
  void asksATypedRecordForTheUsualNames() {
    handle(new Typed("example-server", "at-secret", "rt-secret"), true, true);

    assertThat(log.last().facts())
        .containsEntry("properties", "serverName,accessToken,refreshToken");
  }

  @Test
  void leavesOutARecordOfAServerThatNobodyConfigured() {
    Map<String, Object> record = record();
    record.put("serverName", "another");
    record.put("serverUrl", "https://another.example.com/mcp");

    handle(record, true, false);

    assertThat(log.entries).isEmpty();
  }

  @Test
  void readsWhenATokenExpiresHoweverItIsWritten() {
    Instant now = Instant.ofEpochSecond(1_800_000_000L);
    Instant before = now.minusSeconds(90);
    for (Object written :
        List.of(
            before,
            Date.from(before),
            before.toEpochMilli(),
            before.getEpochSecond(),
            Long.toString(before.getEpochSecond()),
            before.toString())) {
      assertThat(since(written, now)).as("%s", written).isEqualTo(90L);
    }
    assertThat(since(now.plusSeconds(5), now)).isEqualTo(-5L);
    for (Object written : List.of(3600, "soon", "", true, "99999999999999999999")) {
      assertThat(since(written, now)).as("%s", written).isNull();
    }
  }

  @Test
  void readsWhenATokenExpiresInJson() {
    assertThat(Expiry.secondsSince(JsonText.of("{\"expiresAt\":1800000000123}"), 1800000010000L))
        .isEqualTo(9L);
  }

  private static @Nullable Long since(Object written, Instant now) {
    MapRecord record = MapRecord.of(Map.of("expires_at", written));
    return record == null ? null : Expiry.secondsSince(record, now.toEpochMilli());
  }

  @SuppressWarnings("unused") // Read by the agent.
  private static final class Typed {
    private final String serverName;
    private final String accessToken;
    private final String refreshToken;
    private String clientId;

    Typed(String serverName, String accessToken, String refreshToken) {
      this.serverName = serverName;
      this.accessToken = accessToken;
      this.refreshToken = refreshToken;
    }
  }

  private void handle(Object record, boolean saves, boolean observe) {
    new CredentialHook(
            ID_PROPERTY,
            new ServerReference.FromRecord(),
            List.of(EXAMPLE),
            observe,
            entry -> {},
            (token, server, id) -> {},
            new RecordTrace(trace, saves ? "save" : "load", saves))
        .handle(new Invocation("save", null, List.of(), record));
  }
}
