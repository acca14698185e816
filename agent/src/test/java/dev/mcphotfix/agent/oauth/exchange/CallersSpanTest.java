package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.ENDPOINT;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.HostSpans;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import dev.mcphotfix.agent.oauth.trace.ToldTrace;
import dev.mcphotfix.agent.oauth.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many libraries have a request written by a thread of their own, which is in no span. */
final class CallersSpanTest {

  private final Places places = new Places();

  /** The spans of a host, by their names. */
  private static final class Places implements HostSpans {

    private final List<String> told = new ArrayList<>();
    private @Nullable String current;

    @Override
    public @Nullable Object here() {
      return current;
    }

    @Override
    public void write(Entry entry, @Nullable Object sender) {
      told.add(entry.facts().getOrDefault("step", "diagnosis") + " of " + sender);
    }
  }

  @Test
  void tellsWhereTheClientBeganToSendARequest() {
    exchange(new ToldTrace(entry -> {}, places, "t"));

    assertThat(places.told)
        .containsExactly("token-request of caller", "token-response of null", "diagnosis of null");
  }

  @Test
  void asksNobodyWhereTheTraceIsOff() {
    TokenRequest lead = exchange(Trace.NONE);

    assertThat(lead.span()).isNull();
    assertThat(places.told).isEmpty();
  }

  private TokenRequest exchange(Trace trace) {
    Examiner examiner = examiner(trace);
    places.current = "caller";
    TokenRequest lead = examiner.lead("POST", ENDPOINT, TokenRequest.FORM);
    places.current = "worker";
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
