package dev.mcphotfix.agent.witness;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import dev.mcphotfix.agent.oauth.exchange.Setup;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.trace.ToldTrace;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the witness says of a token request that leaves, and that it changes nothing. */
class WitnessTest {

  private static final String URL = RequestBuilder.ENDPOINT;
  private static final String FORM = "grant_type=refresh_token&refresh_token=the-token";

  private static final String OTHER = "grant_type=refresh_token&refresh_token=another";

  private final RecordingLog log = new RecordingLog();
  private final Examiner examiner =
      new Examiner(
          new Setup(
              Knowledge.of(List.of(EXAMPLE), Set.of(Grant.REFRESH_TOKEN)),
              false,
              AuthorizationServerDirectory.NONE,
              log));
  private final List<Site> sites =
      new ArrayList<>(new Witness(examiner.leaving(), List.of("okhttp"), log).sites());
  private final Object connection = new Object();

  @Test
  void warnsOfARequestThatNoHookHasExamined() {
    leave(Outlet.TLS_SOCKET, head(FORM));
    leave(Outlet.TLS_SOCKET, FORM);

    assertThat(witnessed())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.severity()).isEqualTo(Severity.WARN);
              assertThat(entry.facts())
                  .containsEntry("endpoint", URL)
                  .containsEntry("grant", "refresh_token")
                  .containsEntry("parameters", "grant_type,refresh_token")
                  .containsEntry("client_id", "absent")
                  .containsEntry("authentication", "none")
                  .containsEntry("why", "no hook has examined it")
                  .doesNotContainKey("client");
            });
  }

  @Test
  void handsARequestThatNoHookHasExaminedToATrace() {
    RecordingLog traced = new RecordingLog();
    Setup setup =
        new Setup(
            Knowledge.of(List.of(EXAMPLE), Set.of(Grant.REFRESH_TOKEN)),
            false,
            AuthorizationServerDirectory.NONE,
            log,
            new ToldTrace(traced, "t"));
    Examiner tracing = new Examiner(setup);
    sites.clear();
    sites.addAll(new Witness(tracing.leaving(), List.of("okhttp"), log).sites());

    leave(Outlet.TLS_SOCKET, head(FORM));
    leave(Outlet.TLS_SOCKET, FORM);
    tracing.examine(request(OTHER), "okhttp");
    leave(Outlet.TLS_SOCKET, head(OTHER));
    leave(Outlet.TLS_SOCKET, OTHER);

    assertThat(traced.entries)
        .extracting(entry -> entry.facts().get("hook"))
        .containsExactly("witness", "okhttp");
    assertThat(traced.entries.get(0).facts())
        .containsEntry("step", "token-request")
        .containsEntry("server", EXAMPLE.serverName());
  }

  @Test
  void saysWhatItSawOfARequestWhoseHeadItMissed() {
    leave(Outlet.SOCKET, FORM);

    assertThat(log.lastFact("seen")).isEqualTo("the body alone");
    assertThat(log.last().facts()).containsKey("rule").doesNotContainKey("endpoint");
  }

  @Test
  void provesThatTheIdWasInARequestWhenItLeft() {
    Exchange exchange = examiner.examine(request(FORM), "jdk");

    leave(Outlet.TLS_SOCKET, head(exchange.form()) + exchange.form());

    Entry last = log.last();
    assertThat(last.event()).isEqualTo(Notice.WITNESSED);
    assertThat(last.severity()).isEqualTo(Severity.DEBUG);
    assertThat(last.facts())
        .containsEntry("client_id", "present")
        .containsEntry("request", "0001")
        .doesNotContainKey("rule");
  }

  @Test
  void saysWhereTheIdIsNotInItThoughAHookHasExaminedIt() {
    examiner.examine(request(FORM), "jdk");

    leave(Outlet.TLS_SOCKET, head(FORM) + FORM);

    assertThat(log.last().severity()).isEqualTo(Severity.DEBUG);
    assertThat(log.lastFact("client_id")).isEqualTo("absent");
  }

  @Test
  void warnsOfARequestThatIsSentAgainPastTheHookOnceItWasAnswered() {
    examiner.examine(request(FORM), "jdk").responded(400, "{\"error\":\"invalid_request\"}");

    leave(Outlet.TLS_SOCKET, head(FORM) + FORM);

    assertThat(log.last().severity()).isEqualTo(Severity.WARN);
  }

  @Test
  void warnsOfNoRequestThatAHookLooksAtWhileItPasses() {
    TokenRequest begun = request("grant_type=refresh_token&client_id=another");
    assertThat(examiner.settled(begun, "jdk", true)).isNotNull();

    leave(Outlet.TLS_SOCKET, head(FORM) + FORM);

    assertThat(log.last().severity()).isEqualTo(Severity.DEBUG);
  }

  @Test
  void saysOnceWhatAChannelIsGivenAgain() {
    ByteBuffer buffer = ByteBuffer.wrap((head(FORM) + FORM).getBytes(ISO_8859_1));

    call(Outlet.CHANNEL, buffer);
    call(Outlet.CHANNEL, buffer);
    call(Outlet.CHANNEL, buffer.position(buffer.limit() - FORM.length()));

    assertThat(witnessed()).hasSize(1);
  }

  @Test
  void saysAgainWhatARedirectOrAChallengeSendsAgain() {
    String moved = head(FORM).replace("/connect/token", "/moved/token");
    String answered = head(FORM).replace("\r\nHost", "\r\nAuthorization: Basic dTpw\r\nHost");
    for (String head : List.of(head(FORM), moved, moved, answered, answered)) {
      call(Outlet.CHANNEL, ByteBuffer.wrap((head + FORM).getBytes(ISO_8859_1)));
    }

    String plain = URL.replace("https:", "http:");
    assertThat(witnessed())
        .extracting(entry -> entry.facts().get("endpoint"))
        .containsExactly(plain, plain.replace("/connect", "/moved"), plain);
  }

  @Test
  void saysOnceWhatAStreamOfHttp2IsGivenAgain() {
    for (int stream : new int[] {1, 1, 3}) {
      ByteBuffer frame = ByteBuffer.allocate(9 + FORM.length()).put(2, (byte) FORM.length());
      frame.put(8, (byte) stream).put(9, FORM.getBytes(ISO_8859_1));
      call(Outlet.OPENSSL_ENGINE, new ByteBuffer[] {frame}, 0, 1, ByteBuffer.allocate(9));
    }

    assertThat(witnessed())
        .hasSize(2)
        .allMatch(entry -> "HTTP/2: the data frame alone".equals(entry.facts().get("seen")));
  }

  @Test
  void saysEachTimeWhatAStreamIsGiven() {
    leave(Outlet.SOCKET, head(FORM) + FORM);
    leave(Outlet.SOCKET, head(FORM) + FORM);

    assertThat(witnessed()).hasSize(2);
  }

  @Test
  void namesHowAClientAuthenticates() {
    leave(Outlet.SOCKET, FORM + "&client_secret=s");
    assertThat(log.lastFact("authentication")).isEqualTo("client_secret");

    leave(Outlet.SOCKET, FORM + "&client_assertion=s&client_id=a");
    assertThat(log.lastFact("authentication")).isEqualTo("client_assertion");
    assertThat(log.lastFact("client_id")).isEqualTo("present");
  }

  @Test
  void tellsNoSecret() {
    leave(Outlet.SOCKET, FORM + "&client_secret=s3cr3t&eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9=x");

    assertThat(log.last().facts().toString())
        .doesNotContain("the-token", "s3cr3t", "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9");
  }

  @Test
  void saysNothingOfAnythingElse() {
    leave(Outlet.SOCKET, "{\"jsonrpc\":\"2.0\"}");
    call(
        Outlet.TLS_ENGINE, new ByteBuffer[] {ByteBuffer.allocate(9)}, 0, 1, ByteBuffer.allocate(9));

    assertThat(log.entries).isEmpty();
  }

  private void leave(Outlet outlet, String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    call(outlet, bytes, 0, bytes.length);
  }

  private void call(Outlet outlet, @Nullable Object... arguments) {
    Site site = sites.get(outlet.ordinal());
    Invocation call = new Invocation("witness", connection, Arrays.asList(arguments), arguments);
    assertThat(site.point()).isEqualTo(outlet.point());
    assertThat(site.handler().handle(call)).isNull();
  }

  private List<Entry> witnessed() {
    return log.entries.stream().filter(entry -> entry.event() == Notice.WITNESSED).toList();
  }

  private static TokenRequest request(String form) {
    return TokenRequest.to("POST", URL, CanonicalUrl.ofEndpoint(URL))
        .with(name -> name.equals("Content-Type") ? List.of(TokenRequest.FORM) : List.of(), form);
  }

  private static String head(@Nullable String form) {
    return "POST /connect/token HTTP/1.1\r\nHost: idp.example.com\r\nContent-Type: "
        + TokenRequest.FORM
        + "\r\nContent-Length: "
        + String.valueOf(form).length()
        + "\r\n\r\n";
  }
}
