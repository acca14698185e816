package dev.mcphotfix.agent.record;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static dev.mcphotfix.agent.record.HookFixture.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.record.shape.MapRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialHookTest {

  private final HookFixture hook = HookFixture.example();

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"null", " null\n", ""})
  void saysNothingOfNothing(String nothing) {
    Object answer = hook.handle(nothing);

    assertThat(answer).isNull();
    assertThat(hook.entries).isEmpty();
  }

  @Test
  void changesNothingWhenObserving() {
    Map<String, Object> record = record();

    Object answer = hook.observing().handle(record);

    assertThat(answer).isNull();
    assertThat(record).isEqualTo(record());
    assertThat(hook.entries.get(0).event()).isEqualTo(Action.WOULD_HEAL);
  }

  @Test
  void healsOnce() {
    Map<String, Object> record = record();

    hook.handle(record);
    Map<String, Object> once = Map.copyOf(record);
    hook.handle(record);

    assertThat(record).isEqualTo(once);
    assertThat(hook.reasons()).containsExactly("record-patched", "record-has-client");
  }

  @Test
  void setsThePropertyThatTheRuleNames() {
    Map<String, Object> record = record();

    hook.property("oauth_client").handle(record);

    assertThat(record).containsEntry("oauth_client", ID).doesNotContainKey("clientId");
  }

  @Test
  void warnsOnceForEachClassThatCannotHoldARefreshToken() {
    hook.handle(new Wallet("at-secret"));
    hook.handle(new Wallet("at-secret"));
    hook.handle(new Envelope(new Wallet("at-secret")));

    assertThat(hook.reasons())
        .containsExactly(
            "record-unreadable:" + Wallet.class.getName(),
            "record-unreadable:" + Wallet.class.getName(),
            "record-unreadable:" + Envelope.class.getName());
    assertThat(hook.entries)
        .extracting(Entry::severity)
        .containsExactly(Severity.WARN, Severity.DEBUG, Severity.WARN);
  }

  @Test
  void warnsOfNoClassWhoseRefreshTokenIsOnlyMissing() {
    hook.handle(new Token("example-server", null));

    assertThat(hook.reasons()).containsExactly("record-no-refresh");
    assertThat(hook.entries.get(0).severity()).isEqualTo(Severity.DEBUG);
  }

  @Test
  void logsNoCredential() {
    hook.handle(record());

    assertThat(hook.entries.toString()).doesNotContain("secret");
  }

  @Test
  void printsNoCredentialOfTheEvidence() {
    MapRecord record = MapRecord.of(record());

    assertThat(record).isNotNull();
    assertThat(RecordEvidence.of(record, "clientId").toString()).doesNotContain("secret");
  }

  @Test
  void learnsTheServerOfTheRefreshToken() {
    hook.handle(record());

    assertThat(hook.learned).containsExactly("rt-secret example-server null");
  }

  @Test
  void learnsTheClientOfTheRefreshToken() {
    Map<String, Object> record = record();
    record.put("clientId", "other");

    hook.handle(record);

    assertThat(hook.learned).containsExactly("rt-secret example-server other");
  }

  @Test
  void learnsThatATokenIsOfAServerThatNobodyConfigured() {
    Map<String, Object> record = record();
    record.put("serverName", "elsewhere");

    hook.handle(record);

    assertThat(hook.learned).containsExactly("rt-secret elsewhere null");
  }

  @Test
  void learnsNothingWhereTheServerIsInDoubt() {
    Map<String, Object> record = record();
    record.put("serverUrl", "https://other.example/mcp");

    hook.handle(record);

    assertThat(hook.learned).isEmpty();
  }

  @Test
  void learnsNothingOfATokenOfAnotherRegistration() {
    Map<String, Object> record = record();
    record.put("clientSecret", "cs-secret");

    hook.handle(record);

    assertThat(hook.learned).isEmpty();
  }

  private record Wallet(String token) {}

  private record Envelope(Wallet refreshToken) {}

  private record Token(String serverName, @Nullable String refreshToken) {}
}
