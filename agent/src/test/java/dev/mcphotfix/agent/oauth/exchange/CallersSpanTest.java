package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.ENDPOINT;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.NamedSpans;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import dev.mcphotfix.agent.oauth.trace.ToldTrace;
import dev.mcphotfix.agent.oauth.trace.Trace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Many libraries have a request written by a thread of their own, which is in no span. */
final class CallersSpanTest {

  private final NamedSpans spans = new NamedSpans();

  @Test
  void tellsWhereTheClientBeganToSendARequest() {
    exchange(new ToldTrace(entry -> {}, spans, "t"));

    assertThat(spans.told)
        .containsExactly("token-request of caller", "token-response of null", "diagnosis of null");
  }

  @Test
  void asksNobodyWhereTheTraceIsOff() {
    TokenRequest lead = exchange(Trace.NONE);

    assertThat(lead.span()).isNull();
    assertThat(spans.told).isEmpty();
  }

  private TokenRequest exchange(Trace trace) {
    Examiner examiner = examiner(trace);
    spans.current = "caller";
    TokenRequest lead = examiner.lead("POST", ENDPOINT, TokenRequest.FORM);
    spans.current = "worker";
    assertThat(lead).isNotNull();
    examiner
        .examine(lead.with(HeaderFields.UNKNOWN, REFRESH), "jdk")
        .responded(400, "{\"error\":\"invalid_request\"}");
    return lead;
  }

  private static Examiner examiner(Trace trace) {
    return new Examiner(
        new Setup(
            Knowledge.of(List.of(EXAMPLE), Set.of(Grant.REFRESH_TOKEN)),
            true,
            AuthorizationServerDirectory.NONE,
            entry -> {},
            trace));
  }
}
