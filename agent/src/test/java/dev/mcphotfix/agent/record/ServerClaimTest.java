package dev.mcphotfix.agent.record;

import static dev.mcphotfix.agent.record.HookFixture.EXAMPLE;
import static dev.mcphotfix.agent.record.HookFixture.ID;
import static dev.mcphotfix.agent.record.HookFixture.URL;
import static dev.mcphotfix.agent.record.HookFixture.record;
import static dev.mcphotfix.agent.record.HookFixture.server;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.rule.ServerReference;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerClaimTest {

  private static final ServerReference ARGUMENT = new ServerReference.Argument(0);

  private final HookFixture hook =
      new HookFixture(EXAMPLE, server("notion", "https://mcp.notion.com/mcp", "notion-id", null));

  @Test
  void believesTheNameInTheRule() {
    Map<String, Object> record = bare();

    hook.referring(new ServerReference.Named("notion")).handle(record);

    assertThat(record).containsEntry("clientId", "notion-id");
  }

  @Test
  void doesNotBelieveTheNameInTheRuleAgainstTheRecord() {
    Map<String, Object> record = record();

    hook.referring(new ServerReference.Named("notion")).handle(record);

    assertThat(hook.reasons()).containsExactly("record-unmatched");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notion", "https://MCP.notion.com:443/mcp/", "notion|eac663db915250e7"})
  void believesTheArgument(String argument) {
    Map<String, Object> record = bare();

    hook.referring(ARGUMENT).handle(record, argument);

    assertThat(record).containsEntry("clientId", "notion-id");
  }

  @Test
  void readsAnArgumentThatIsAUri() {
    Map<String, Object> record = bare();

    hook.referring(ARGUMENT).handle(record, URI.create(URL));

    assertThat(record).containsEntry("clientId", ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "https://other.example/mcp", "notion|0000000000000000"})
  void leavesRecordOfAnUnknownArgumentAlone(String argument) {
    Map<String, Object> record = bare();

    hook.referring(ARGUMENT).handle(record, argument);

    assertThat(hook.reasons()).containsExactly("record-unmatched");
  }

  @Test
  void believesNameAndUrlUnderAnotherHash() {
    Map<String, Object> record = record();

    hook.referring(ARGUMENT).handle(record, "example-server|0000000000000000");

    assertThat(record).containsEntry("clientId", ID);
  }

  @Test
  void leavesRecordWithoutItsArgumentAlone() {
    hook.referring(ARGUMENT).handle(bare());

    assertThat(hook.reasons()).containsExactly("record-unmatched");
  }

  @Test
  void believesTheNameInARecordThatStatesNoUrl() {
    Map<String, Object> record = record();
    record.remove("serverUrl");

    hook.handle(record);

    assertThat(record).containsEntry("clientId", ID);
  }

  @Test
  void doesNotBelieveANameWhoseUrlCannotBeCompared() {
    HookFixture unknown = new HookFixture(server("example-server", null, ID, null));

    unknown.handle(record());

    assertThat(unknown.reasons()).containsExactly("record-unmatched");
  }

  @Test
  void believesTheRuleWhereTheUrlCannotBeCompared() {
    HookFixture unknown = new HookFixture(server("example-server", null, ID, null));
    Map<String, Object> record = record();

    unknown.referring(new ServerReference.Named("example-server")).handle(record);

    assertThat(record).containsEntry("clientId", ID);
  }

  @Test
  void takesTheOnlyServerForARecordThatSaysNothing() {
    HookFixture only = HookFixture.example().referring(new ServerReference.OnlyConfigured());
    Map<String, Object> record = bare();

    only.handle(record);

    assertThat(record).containsEntry("clientId", ID);
  }

  @Test
  void doesNotTakeTheOnlyServerForARecordOfAnother() {
    HookFixture only = HookFixture.example().referring(new ServerReference.OnlyConfigured());
    Map<String, Object> record = bare();
    record.put("serverUrl", "https://other.example/mcp");

    only.handle(record);

    assertThat(only.reasons()).containsExactly("record-unmatched");
  }

  @Test
  void doesNotGuessWhichOfTwoTheOnlyServerIs() {
    hook.referring(new ServerReference.OnlyConfigured()).handle(bare());

    assertThat(hook.reasons()).containsExactly("record-ambiguous");
  }

  @Test
  void leavesRecordThatSaysNothingAlone() {
    hook.handle(bare());

    assertThat(hook.reasons()).containsExactly("record-unmatched");
  }

  private static Map<String, Object> bare() {
    return new HashMap<>(Map.of("accessToken", "at-secret", "refreshToken", "rt-secret"));
  }
}
