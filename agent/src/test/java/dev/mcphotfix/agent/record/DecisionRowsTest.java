package dev.mcphotfix.agent.record;

import static dev.mcphotfix.agent.record.HookFixture.EXAMPLE;
import static dev.mcphotfix.agent.record.HookFixture.ID;
import static dev.mcphotfix.agent.record.HookFixture.URL;
import static dev.mcphotfix.agent.record.HookFixture.record;
import static dev.mcphotfix.agent.record.HookFixture.server;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Severity;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionRowsTest {

  private final HookFixture hook = HookFixture.example();

  @Test
  @DisplayName("record-unreadable")
  void leavesWhatIsNoRecordAlone() {
    Object answer = hook.handle("not JSON");

    assertThat(answer).isNull();
    assertThat(hook.reasons()).containsExactly("record-unreadable");
  }

  @Test
  @DisplayName("record-has-client")
  void leavesRecordWithTheConfiguredIdAlone() {
    Map<String, Object> record = record();
    record.put("clientId", ID);

    hook.handle(record);

    assertThat(hook.reasons()).containsExactly("record-has-client");
  }

  @Test
  @DisplayName("record-other-client")
  void leavesRecordWithAnotherIdAlone() {
    Map<String, Object> record = record();
    record.put("clientId", "registered-dynamically");

    hook.handle(record);

    assertThat(record).containsEntry("clientId", "registered-dynamically");
    assertThat(hook.reasons()).containsExactly("record-other-client");
  }

  @Test
  void takesTheOtherSpellingOfTheIdForAnId() {
    Map<String, Object> record = record();
    record.put("client_id", "goose");

    hook.handle(record);

    assertThat(record).doesNotContainKey("clientId");
    assertThat(hook.reasons()).containsExactly("record-other-client");
  }

  @Test
  void takesAnIdThatIsNoTextForAnotherClients() {
    Map<String, Object> record = record();
    record.put("clientId", 42);

    hook.handle(record);

    assertThat(record).containsEntry("clientId", 42);
    assertThat(hook.reasons()).containsExactly("record-other-client");
  }

  @Test
  @DisplayName("record-unmatched")
  void leavesRecordOfAnotherUrlAlone() {
    Map<String, Object> record = record();
    record.put("serverUrl", "https://other.example/mcp");

    hook.handle(record);

    assertThat(record).doesNotContainKey("clientId");
    assertThat(hook.reasons()).containsExactly("record-unmatched");
  }

  @Test
  void saysLittleOfAnUnmatchedRecordThatNothingWouldBeDoneWith() {
    hook.handle(Map.of("accessToken", "at-secret"));

    assertThat(hook.entries.get(0).severity()).isEqualTo(Severity.DEBUG);
  }

  @Test
  @DisplayName("record-ambiguous")
  void leavesRecordThatTwoIdsFitAlone() {
    HookFixture two = new HookFixture(EXAMPLE, server("twin", URL, "other-id", null));
    Map<String, Object> record = record();
    record.remove("serverName");

    two.handle(record);

    assertThat(record).doesNotContainKey("clientId");
    assertThat(two.reasons()).containsExactly("record-ambiguous");
  }

  @Test
  void healsRecordThatTwoServersWithOneIdFit() {
    HookFixture two = new HookFixture(EXAMPLE, server("twin", URL, ID, null));
    Map<String, Object> record = record();
    record.remove("serverName");

    two.handle(record);

    assertThat(record).containsEntry("clientId", ID);
  }

  @Test
  @DisplayName("record-no-refresh")
  void leavesRecordWithoutRefreshTokenAlone() {
    Map<String, Object> record = record();
    record.remove("refreshToken");

    hook.handle(record);

    assertThat(hook.reasons()).containsExactly("record-no-refresh");
  }

  @Test
  void leavesStubWithEmptyAccessTokenAlone() {
    Map<String, Object> record = record();
    record.put("accessToken", "");

    hook.handle(record);

    assertThat(hook.reasons()).containsExactly("record-no-refresh");
  }

  @Test
  @DisplayName("record-other-issuer")
  void leavesRecordOfAnotherIssuerAlone() {
    HookFixture bound =
        new HookFixture(server("example-server", URL, ID, "https://idp.example.com"));
    Map<String, Object> record = record();
    record.put("discoveryState", Map.of("authorizationServerUrl", "https://other.example"));

    bound.handle(record);

    assertThat(record).doesNotContainKey("clientId");
    assertThat(bound.reasons()).containsExactly("record-other-issuer");
  }

  @Test
  void healsRecordOfTheConfiguredIssuer() {
    HookFixture bound =
        new HookFixture(server("example-server", URL, ID, "https://idp.example.com"));
    Map<String, Object> record = record();
    record.put("issuer", "https://IDP.example.com/");

    bound.handle(record);

    assertThat(record).containsEntry("clientId", ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"clientSecret", "client_secret", "registration_access_token", "clientIdIssuedAt"})
  void leavesRecordOfDynamicRegistrationAlone(String trace) {
    Map<String, Object> record = record();
    record.put(trace, "present");

    hook.handle(record);

    assertThat(record).doesNotContainKey("clientId");
    assertThat(hook.reasons()).containsExactly("record-other-issuer");
  }

  @Test
  @DisplayName("record-no-slot")
  void leavesTypedRecordWithoutTheIdAlone() {
    hook.handle(new Slotless("example-server", "rt-secret"));

    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  @DisplayName("record-patched")
  void healsRecordWithoutTheId() {
    Map<String, Object> record = record();

    hook.handle(record);

    assertThat(record).containsEntry("clientId", ID);
    assertThat(hook.reasons()).containsExactly("record-patched");
    assertThat(hook.entries.get(0).event()).isEqualTo(Action.HEALED);
    assertThat(hook.entries.get(0).facts())
        .containsEntry("server", "example-server")
        .containsEntry("hook", "save");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "undefined", "None"})
  void fillsAnIdThatIsMissingInAllButName(String id) {
    Map<String, Object> record = record();
    record.put("clientId", id);

    hook.handle(record);

    assertThat(record).containsEntry("clientId", ID);
  }

  private record Slotless(String serverName, String refreshToken) {}
}
