package dev.mcphotfix.agent.http.jdk;

import static dev.mcphotfix.agent.http.RecordedAttempts.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import dev.mcphotfix.agent.log.NamedSpans;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of the answer to a request that is no token request. */
final class JdkTraceTest {

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final BodySubscriber<String> body = BodySubscribers.replacing("body");

  @Test
  void tellsThatTheServerRefusesAndLeavesTheBodyToTheHost() {
    Object[] replaced = Objects.requireNonNull(sent(attempts.traced()));

    assertThat(((BodyHandler<?>) replaced[1]).apply(new Info(401))).isSameAs(body);
    assertThat(attempts.log.last().facts())
        .containsEntry("step", "request-refused")
        .containsEntry("url", SERVER)
        .containsEntry("status", "401");
  }

  @Test
  void tellsTheSpanInWhichTheHostHasSentItAndNotThatOfTheAnswer() {
    NamedSpans spans = new NamedSpans();

    spans.current = "caller";
    Object[] replaced = Objects.requireNonNull(sent(attempts.traced(spans)));
    spans.current = "worker";
    ((BodyHandler<?>) replaced[1]).apply(new Info(401));

    assertThat(spans.told).containsExactly("request-refused of caller");
  }

  @Test
  void replacesNothingWhereNobodyAsks() {
    assertThat(sent(attempts)).isNull();
  }

  private Object @Nullable [] sent(RecordedAttempts by) {
    BodyHandler<String> handler = info -> body;
    return new Sites(new JdkHttpClient(), by)
        .arguments(
            "jdk", null, HttpRequest.newBuilder(URI.create(SERVER)).build(), handler, null, null);
  }
}
