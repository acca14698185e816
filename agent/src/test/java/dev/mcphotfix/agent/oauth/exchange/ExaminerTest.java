package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.client;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.ENDPOINT;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.REFRESH;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refresh;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refreshWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExaminerTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final RecordingLog log = new RecordingLog();
  private final Examiner enforcing = examiner(false, EXAMPLE);
  private final Examiner observing = examiner(true, EXAMPLE);

  @Test
  void addsTheIdAndLogsIt() {
    Exchange exchange = enforcing.examine(refresh().build(), "jdk");

    assertThat(exchange.form()).isEqualTo(REFRESH + "&client_id=my-static-client");
    assertThat(log.last().event()).isEqualTo(Action.ADDED);
    assertThat(log.last().severity()).isEqualTo(Severity.INFO);
    assertThat(log.last().facts())
        .containsEntry("server", "example-server")
        .containsEntry("endpoint", ENDPOINT)
        .containsEntry("grant", "refresh_token")
        .containsEntry("reason", "added")
        .containsEntry("hook", "jdk")
        .containsEntry("request", "0001");
  }

  @Test
  void fillsTheIdInPlace() {
    Exchange exchange = enforcing.examine(refresh().form("client_id=&" + REFRESH).build(), "jdk");

    assertThat(exchange.form()).isEqualTo("client_id=my-static-client&" + REFRESH);
    assertThat(log.last().event()).isEqualTo(Action.FILLED);
  }

  @Test
  void decidesByWhatItWasConfiguredWithLast() {
    Examiner examiner = examiner(false, EXAMPLE);

    examiner.follow(
        new Setup(
            Knowledge.of(List.of(EXAMPLE), Set.of(Grant.REFRESH_TOKEN)),
            true,
            AuthorizationServerDirectory.NONE,
            log));

    assertThat(examiner.examine(refresh().build(), "jdk").form()).isEqualTo(REFRESH);
    assertThat(log.last().event()).isEqualTo(Action.WOULD_ADD);
  }

  @Test
  void leavesAllRequestsAloneWhereNoClientIsConfiguredAnyMore() {
    Examiner examiner = examiner(false, EXAMPLE);

    examiner.follow(
        new Setup(
            Knowledge.of(List.of(), Set.of(Grant.REFRESH_TOKEN)),
            false,
            AuthorizationServerDirectory.NONE,
            log));

    assertThat(examiner.lead("POST", ENDPOINT, FORM)).isNull();
    assertThat(examiner.examine(refresh().build(), "jdk").form()).isEqualTo(REFRESH);
  }

  @Test
  void warnsOfABodyThatNobodyWillSee() {
    enforcing.unseen(refresh().form(null).build(), "vertx", "http/2");

    assertThat(log.last().severity()).isEqualTo(Severity.WARN);
    assertThat(log.last().event()).isEqualTo(Action.LEFT_ALONE);
    assertThat(log.last().facts()).containsEntry("reason", "body-unreadable:http/2");
  }

  @Test
  void warnsOnceForEachUrlOfARequestThatPassesUnread() {
    enforcing.examine(refresh().form(null).build(), "jdk");
    assertThat(log.last().severity()).isEqualTo(Severity.WARN);

    enforcing.examine(refresh().form(null).build(), "jdk");
    assertThat(log.last().severity()).isEqualTo(Severity.DEBUG);
    enforcing.examine(refresh().url("https://other.example.com/token").form(null).build(), "jdk");
    assertThat(log.last().severity()).isEqualTo(Severity.WARN);
    assertThat(log.reasons()).containsOnly("body-unreadable");
  }

  @Test
  void doesNotWarnOfABodyThatPassesUnreadToWhereNoTokensAre() {
    enforcing.examine(refresh().url("https://files.example.com/upload").form(null).build(), "jdk");

    assertThat(log.last().severity()).isEqualTo(Severity.DEBUG);
  }

  @Test
  void doesNotWarnOfAnEndpointThatIsNotForTokens() {
    String revocation = "https://idp.example.com/revoke";

    enforcing.unseen(refresh().url(revocation).form(null).build(), "vertx", "http/2");

    assertThat(log.entries).isEmpty();
  }

  @Test
  void answersTheSameInstanceWhereItLeavesTheFormAlone() {
    TokenRequest request = refreshWith("&client_id=other").build();

    assertThat(enforcing.examine(request, "jdk").form()).isSameAs(request.text());
    assertThat(log.last().event()).isEqualTo(Action.LEFT_ALONE);
  }

  @ParameterizedTest
  @CsvSource({"'', would add client_id", "&client_id=, would fill client_id"})
  void onlyObserves(String fields, String event) {
    TokenRequest request = refreshWith(fields).build();

    assertThat(observing.examine(request, "jdk").form()).isSameAs(request.text());
    assertThat(log.last().event().text()).isEqualTo(event);
  }

  @Test
  void logsNothingAboutAFormThatIsNoTokenRequestAtAnUnknownEndpoint() {
    TokenRequest request = refresh().url("https://shop.example.com/cart").form("article=1").build();

    assertThat(enforcing.examine(request, "jdk").form()).isSameAs(request.text());
    assertThat(log.entries).isEmpty();
  }

  @Test
  void logsATokenRequestAtAnUnknownEndpoint() {
    enforcing.examine(refresh().url("https://other.example.com/token").build(), "jdk");

    assertThat(log.reasons()).containsExactly("unknown-endpoint");
    assertThat(log.last().severity()).isEqualTo(Severity.WARN);
  }

  @Test
  void logsNoSecret() {
    enforcing.examine(
        refreshWith("&client_secret=s3cr3t&grant=x")
            .url(ENDPOINT + "?access_token=hidden")
            .header("Authorization", "hidden")
            .build(),
        "jdk");

    assertThat(log.entries.toString()).doesNotContain("r1", "s3cr3t", "hidden");
  }

  @Test
  @DisplayName("agent-error")
  void leavesTheFormAloneWhereItFails() {
    HeaderFields broken =
        name -> {
          throw new IllegalStateException("with text of the host");
        };
    TokenRequest request = RequestBuilder.to("POST", ENDPOINT).with(broken, REFRESH);

    Exchange exchange = enforcing.examine(request, "jdk");
    exchange.responded(200, null);

    assertThat(exchange.form()).isSameAs(request.text());
    assertThat(log.reasons()).containsExactly("agent-error:IllegalStateException");
    assertThat(log.last().severity()).isEqualTo(Severity.WARN);
  }

  @Test
  void throwsNothingWhereTheLogFails() {
    Examiner examiner =
        new Examiner(
            new Setup(
                Knowledge.of(List.of(EXAMPLE), EnumSet.of(Grant.REFRESH_TOKEN)),
                false,
                AuthorizationServerDirectory.NONE,
                entry -> {
                  throw new IllegalStateException();
                }));
    TokenRequest request = refresh().build();

    assertThat(examiner.examine(request, "jdk").form()).isSameAs(request.text());
  }

  @ParameterizedTest
  @CsvSource({
    "POST, https://idp.example.com/connect/token, true",
    "POST, https://IDP.example.com:443/connect/token?a=b, true",
    "POST, https://other.example.com/oauth2/access_token, true",
    "POST, https://shop.example.com/cart, false",
    "POST, https://idp.example.com/token/cart, false",
    "GET, https://idp.example.com/connect/token, false",
    "POST, nonsense, false"
  })
  void isConcernedWithWhatMayBeATokenRequest(String method, String url, boolean concerns) {
    assertThat(enforcing.lead(method, url, FORM) != null).isEqualTo(concerns);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/event-stream", ""})
  void isNotConcernedWithOtherContent(String type) {
    assertThat(enforcing.lead("POST", ENDPOINT, type)).isNull();
    assertThat(enforcing.lead("POST", ENDPOINT, null)).isNull();
  }

  @Test
  void isConcernedWithAnyFormWhereAnEndpointIsNotConfigured() {
    Examiner examiner = examiner(false, client("a", "https://a.example.com", "a", null));

    assertThat(examiner.lead("POST", "https://shop.example.com/cart", FORM)).isNotNull();
  }

  @Test
  void isConcernedWithNothingWithoutAClient() {
    assertThat(examiner(false).lead("POST", ENDPOINT, FORM)).isNull();
  }

  @Test
  void decidesForManyThreadsAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(10);
    List<@Nullable String> forms;
    try {
      var tasks =
          IntStream.range(0, 500)
              .mapToObj(i -> (Callable<String>) () -> refreshed("t" + i))
              .toList();
      forms = new ArrayList<>();
      for (var future : threads.invokeAll(tasks)) {
        forms.add(future.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(forms)
        .allMatch(form -> form != null && form.endsWith("&client_id=my-static-client"));
    assertThat(log.reasons()).hasSize(500).containsOnly("added");
    assertThat(log.entries.stream().map(entry -> entry.facts().get("request")).distinct())
        .hasSize(500);
    assertThat(log.entries).hasSize(1000);
  }

  private String refreshed(String token) {
    String form = "grant_type=refresh_token&refresh_token=" + token;
    Exchange exchange = enforcing.examine(refresh().form(form).build(), "jdk");
    exchange.responded(200, "{\"access_token\":\"a\",\"refresh_token\":\"" + token + "-next\"}");
    return String.valueOf(exchange.form());
  }

  private Examiner examiner(boolean observe, StaticClient... clients) {
    Set<Grant> grants = EnumSet.of(Grant.REFRESH_TOKEN);
    return new Examiner(
        new Setup(
            Knowledge.of(List.of(clients), grants),
            observe,
            AuthorizationServerDirectory.NONE,
            log));
  }
}
