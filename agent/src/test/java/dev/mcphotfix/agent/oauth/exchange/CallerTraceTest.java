package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.ENDPOINT;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.host.caller.CallPath;
import dev.mcphotfix.agent.host.caller.OwnMethod;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import dev.mcphotfix.agent.oauth.trace.ToldTrace;
import dev.mcphotfix.agent.oauth.trace.Trace;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who has a request sent that is decided on by a thread of the library's. */
final class CallerTraceTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  private static final CallPath CALLER =
      new CallPath(
          null,
          null,
          List.of(new OwnMethod("com.acme.TokenClient", "post", "()V", "TokenClient.java:88")));

  private final RecordingLog told = new RecordingLog();
  private final Examiner examiner = examiner(new ToldTrace(told, "t"));

  @Test
  void isTheOneThatHandedItOver() throws Exception {
    TokenRequest lead = lead(examiner);

    decide(lead);

    assertThat(told.last().facts().get("from")).startsWith("org.junit.");
  }

  @Test
  void isTheOneThatWasSeenToHandOverOneToThatEndpoint() throws Exception {
    examiner.leaving().callers().note(CanonicalUrl.ofEndpoint(ENDPOINT), CALLER, true);
    TokenRequest lead = TokenRequest.to("POST", ENDPOINT, CanonicalUrl.ofEndpoint(ENDPOINT));

    decide(lead);
    String first = told.last().facts().get("from");
    decide(lead);

    assertThat(first).isEqualTo("com.acme.TokenClient.post(TokenClient.java:88)");
    assertThat(told.last().facts()).doesNotContainKey("from");
  }

  @Test
  void isTheOneThatHandedItOverThoughAnotherWasSeen() throws Exception {
    examiner.leaving().callers().note(CanonicalUrl.ofEndpoint(ENDPOINT), CALLER, true);

    decide(lead(examiner));

    assertThat(told.last().facts().get("from")).startsWith("org.junit.");
  }

  @Test
  void isNobodyWhereNobodyAsks() {
    assertThat(lead(examiner).caller()).isNotNull();
    assertThat(lead(examiner(Trace.NONE)).caller()).isNull();
  }

  private static TokenRequest lead(Examiner asked) {
    return Objects.requireNonNull(asked.lead("POST", ENDPOINT, FORM));
  }

  /** As a thread of a library does. */
  private void decide(TokenRequest lead) throws InterruptedException {
    Thread library =
        new Thread(() -> examiner.examine(lead.with(HeaderFields.UNKNOWN, form()), "jdk"));
    library.start();
    library.join();
  }

  private int count;

  /** Another one each time. */
  private @Nullable String form() {
    count++;
    return REFRESH + count;
  }

  private static Examiner examiner(Trace trace) {
    return new Examiner(
        new Setup(
            Knowledge.of(List.of(EXAMPLE), Set.of(Grant.REFRESH_TOKEN)),
            true,
            AuthorizationServerDirectory.NONE,
            new RecordingLog(),
            trace));
  }
}
