package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refresh;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refreshWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.trace.SeenRecord;
import dev.mcphotfix.agent.oauth.trace.ToldTrace;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one sentence that a failed conversation comes to, for each defect. */
final class DiagnosisTest {

  private static final String SERVER = "https://mcp.example.com/mcp";
  private static final String OWN = "&client_id=" + EXAMPLE.clientId();
  private static final String GRANTED = "{\"access_token\":\"a\",\"refresh_token\":\"r2\"}";

  private final RecordingLog told = new RecordingLog();
  private final ToldTrace trace = new ToldTrace(told, "t");
  private final Examiner examiner =
      new Examiner(
          new Setup(
              Knowledge.of(List.of(EXAMPLE), Set.of(Grant.REFRESH_TOKEN)),
              true,
              AuthorizationServerDirectory.NONE,
              new RecordingLog(),
              trace));

  @Test
  void tellsTheDefectFromTheRefusalToItsCause() {
    record(true, SeenRecord.Id.ABSENT, true, null);
    serverAnswers(401, "Bearer");
    refreshed(refresh(), 400, "invalid_request");

    Entry diagnosis = only();
    assertThat(diagnosis.severity()).isEqualTo(Severity.WARN);
    assertThat(diagnosis.facts())
        .containsEntry("conversation", "t-1")
        .containsEntry("server", "example-server")
        .containsEntry("request", "0001")
        .containsEntry("cause", "no-client-id")
        .containsEntry(
            "story",
            "401 from the server -> refresh without client_id -> 400 invalid_request: the record was"
                + " saved without its id (rule save); with mode=enforce the agent adds it, or"
                + " says of request 0001 why not");
  }

  @Test
  void saysThatNoRecordWasSeen() {
    refreshed(refresh(), 401, "invalid_client");

    assertThat(story())
        .isEqualTo(
            "refresh without client_id -> 401 invalid_client: no record was seen, which a rule shows"
                + " (scan proposes one); with mode=enforce the agent adds it, or"
                + " says of request 0001 why not");
  }

  @Test
  void saysThatTheRecordHasTheIdThatWasNotSent() {
    record(false, SeenRecord.Id.OWN, true, null);
    refreshed(refresh(), 400, "invalid_request");

    assertThat(story()).contains("the record has its id (rule load), and the request was not made");
  }

  @Test
  void tellsAWrongId() {
    record(true, SeenRecord.Id.OTHER, true, null);
    refreshed(refreshWith("&client_id=another"), 400, "invalid_grant");

    assertThat(only().facts()).containsEntry("cause", "other-client-id");
    assertThat(story())
        .startsWith("refresh with another client_id -> 400 invalid_grant: ")
        .contains("its record has another (rule save)");
  }

  @Test
  void tellsAnIdThatTheServerDoesNotKnow() {
    refreshed(refreshWith(OWN), 401, "invalid_client");

    assertThat(only().facts()).containsEntry("cause", "unknown-client");
  }

  @Test
  void tellsBasicWhereTheFormWasWanted() {
    refreshed(refresh().header("Authorization", "Basic bXk6cGFzcw=="), 401, "invalid_client");

    assertThat(only().facts()).containsEntry("cause", "header-not-wanted");
    assertThat(story()).startsWith("refresh with Basic -> 401 invalid_client: ");
  }

  @Test
  void tellsARevokedToken() {
    refreshed(refreshWith(OWN), 400, "invalid_grant");

    assertThat(only().facts()).containsEntry("cause", "revoked-token");
  }

  @Test
  void tellsARotationThatWasLost() {
    examiner.examine(refreshWith(OWN).build(), "jdk").responded(200, GRANTED);
    refreshed(refreshWith(OWN), 400, "invalid_grant");

    assertThat(only().facts())
        .containsEntry("cause", "lost-rotation")
        .containsEntry("request", "0002");
    assertThat(story()).contains("the same refresh token was sent 0 s before, in request 0001");
  }

  @Test
  void leavesATokenAloneThatIsSentAgainSinceItWasRefused() {
    refreshed(refreshWith(OWN), 503, "temporarily_unavailable");
    refreshed(refreshWith(OWN), 400, "invalid_grant");

    assertThat(diagnoses().get(1).facts()).containsEntry("cause", "revoked-token");
  }

  @Test
  void tellsTwoThreadsThatRefreshAtOnce() {
    Exchange one = examiner.examine(refreshWith(OWN).build(), "jdk");
    Exchange other = examiner.examine(refreshWith(OWN).build(), "jdk");
    one.responded(200, GRANTED);
    other.responded(400, "{\"error\":\"invalid_grant\"}");

    assertThat(only().facts()).containsEntry("cause", "lost-rotation");
  }

  @Test
  void tellsAnExpiredRecordWithNothingToRefreshWith() {
    record(false, SeenRecord.Id.OWN, false, 90L);
    serverAnswers(401, "Bearer error=\"invalid_token\"");

    assertThat(only().facts()).containsEntry("cause", "expired-record");
    assertThat(story())
        .startsWith("401 from the server -> record without refresh token, expired for 90 s");
  }

  @Test
  void tellsItAlsoWhereTheRecordIsLoadedAfterTheRefusal() {
    serverAnswers(401, "Bearer");
    record(false, SeenRecord.Id.OWN, false, 90L);

    assertThat(only().facts()).containsEntry("cause", "expired-record");
  }

  @Test
  void leavesARecordAloneThatCanBeRefreshedOrHasNotExpired() {
    record(false, SeenRecord.Id.OWN, true, 90L);
    serverAnswers(401, "Bearer");
    record(false, SeenRecord.Id.OWN, false, -90L);

    assertThat(diagnoses()).isEmpty();
  }

  @Test
  void tellsAMissingScope() {
    serverAnswers(403, "Bearer error=\"insufficient_scope\", scope=\"mcp:tools hush\"");

    assertThat(only().facts()).containsEntry("cause", "missing-scope");
    assertThat(story())
        .startsWith("403 from the server -> insufficient_scope: ")
        .contains("lacks a scope of mcp:tools ***");
  }

  @Test
  void tellsAScopeThatIsNotGranted() {
    refreshed(refreshWith(OWN + "&scope=admin"), 400, "invalid_scope");

    assertThat(only().facts()).containsEntry("cause", "missing-scope");
  }

  @Test
  void saysThatItIsUnclearWhereTheServerDoesNotSay() {
    examiner.examine(refresh().build(), "jdk").responded(503, "<html>");

    assertThat(only().facts()).containsEntry("cause", "unclear");
    assertThat(story()).startsWith("refresh without client_id -> 503: the answer does not say why");
  }

  @ParameterizedTest
  @ValueSource(strings = {GRANTED, "{\"error\":\"authorization_pending\"}", ""})
  void saysNothingWhereNothingHasFailed(String body) {
    examiner.examine(refresh().build(), "jdk").responded(200, body);

    assertThat(diagnoses()).isEmpty();
  }

  @Test
  void isSaidOnceForEachConversation() {
    serverAnswers(403, "Bearer error=\"insufficient_scope\"");
    serverAnswers(403, "Bearer error=\"insufficient_scope\"");

    assertThat(diagnoses()).hasSize(1);
  }

  @Test
  void isBoundedAsTheStepsAre() {
    for (int i = 0; i < 100; i++) {
      refreshed(refresh(), 400, "invalid_request");
    }

    assertThat(told.entries).hasSize(60);
  }

  private void refreshed(RequestBuilder request, int status, String error) {
    examiner.examine(request.build(), "jdk").responded(status, "{\"error\":\"" + error + "\"}");
  }

  private void serverAnswers(int status, String challenge) {
    examiner.responded("POST", SERVER, status, name -> List.of(challenge));
  }

  private void record(
      boolean saved, SeenRecord.Id id, boolean refreshToken, @Nullable Long expired) {
    trace.recorded(
        "example-server",
        new SeenRecord(
            saved ? "save" : "load",
            saved,
            List.of("accessToken"),
            id,
            refreshToken,
            expired,
            List.of()));
  }

  private List<Entry> diagnoses() {
    return told.entries.stream().filter(entry -> entry.event() == Notice.DIAGNOSIS).toList();
  }

  private Entry only() {
    assertThat(diagnoses()).hasSize(1);
    return diagnoses().get(0);
  }

  private String story() {
    return String.valueOf(only().facts().get("story"));
  }
}
