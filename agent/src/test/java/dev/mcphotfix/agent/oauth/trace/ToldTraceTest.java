package dev.mcphotfix.agent.oauth.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.host.caller.CallPath;
import dev.mcphotfix.agent.host.caller.OwnMethod;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who of the client's own has done what is told. */
final class ToldTraceTest {

  private static final TokenRequest REQUEST =
      TokenRequest.ofForm("grant_type=refresh_token", "https://idp.example.com/token", null);

  private final RecordingLog told = new RecordingLog();
  private final Trace trace = new ToldTrace(told, "t");

  @Test
  void namesTheMethodsThatHaveARequestSentAndTheRuleThatFits() {
    request(List.of(frame("lambda$send$0", "()V"), frame("post", "(Ljava/util/Map;)I")));

    assertThat(facts())
        .containsEntry(
            "from",
            "com.acme.TokenClient.lambda$send$0(TokenClient.java:88),"
                + "com.acme.TokenClient.post(TokenClient.java:88)")
        .containsEntry(
            "rule", "com.acme.TokenClient#post(java.util.Map) patch=token-request target=arg0");
  }

  @Test
  void namesNoRuleWhereNoMethodIsGivenAForm() {
    request(List.of(frame("refresh", "()V")));

    assertThat(facts()).containsKey("from").doesNotContainKey("rule");
  }

  @Test
  void namesNobodyWhereALibrarySendsOnAThreadOfItsOwn() {
    request(List.of());

    assertThat(facts()).doesNotContainKeys("from", "rule");
  }

  @Test
  void namesTheMethodsThatSaveARecord() {
    List<String> from = new CallPath(null, null, List.of(frame("save", "()V"))).frames();
    trace.recorded(
        "s", new SeenRecord("save", true, List.of(), SeenRecord.Id.ABSENT, true, null, from));

    assertThat(facts()).containsEntry("from", "com.acme.TokenClient.save(TokenClient.java:88)");
  }

  private void request(List<OwnMethod> own) {
    CallPath path = new CallPath(null, null, own);
    trace.requested(
        "s", false, new SeenRequest(REQUEST, ByteBuffer.allocate(1), "jdk", "0001", path));
  }

  private Map<String, String> facts() {
    assertThat(told.entries).hasSize(1);
    return told.entries.get(0).facts();
  }

  private static OwnMethod frame(String method, String descriptor) {
    return new OwnMethod("com.acme.TokenClient", method, descriptor, "TokenClient.java:88");
  }
}
