package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.client;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.ENDPOINT;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.REFRESH;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refresh;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refreshWith;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.HostSpans;
import dev.mcphotfix.agent.log.Line;
import dev.mcphotfix.agent.log.TextFormat;
import dev.mcphotfix.agent.log.span.HostTracing;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.trace.ToldTrace;
import dev.mcphotfix.agent.oauth.trace.Trace;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret in any position of a request, which its server repeats in any spelling, is not told. */
final class EchoedSecretsTest {

  /** Is a word, also in Base64; in a path it does not look like a key, and is shown. */
  private static final String WORD = "hush";

  private static final String RESOURCE = "https://mcp.example.com/mcp";

  /** Short ones, which no rule of length masks. */
  private static final List<String> SECRETS =
      List.of(
          "s3cr3t",
          "sk-live-9aZ04",
          "hunter2/+=",
          "p4ss wörd&x=1",
          "HUSH0hush",
          "x7Q",
          "q\"uo<te",
          "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
          WORD);

  private static final Map<String, Function<String, Sent>> POSITIONS =
      Map.ofEntries(
          field("refresh_token"),
          field("code"),
          field("client_secret"),
          field("client_assertion"),
          field("password"),
          field("scope"),
          field("resource"),
          field("client_id"),
          field("my_token"),
          field("grant_type"),
          at("raw field", s -> refreshWith("&raw=" + raw(s))),
          at("query", s -> refresh().url(ENDPOINT + "?key=" + encoded(s))),
          at("path", s -> refresh().url(ENDPOINT + "/" + encoded(s) + "/token")),
          at("user", s -> refresh().url("https://u:" + encoded(s) + "@idp.example.com/token")),
          configured("configured query", s -> ENDPOINT + "?key=" + encoded(s)),
          configured("configured path", s -> ENDPOINT + "/" + encoded(s) + "/token"),
          configured("configured user", s -> "https://u:" + encoded(s) + "@idp.example.com/token"),
          resource("resource's query", s -> RESOURCE + "?key=" + encoded(s)),
          resource("resource's path", s -> RESOURCE + "/" + encoded(s) + "/mcp"),
          resource("resource's user", s -> "https://" + encoded(s) + ":x@mcp.example.com/mcp"),
          header("Authorization", "Bearer "),
          at("key and more", s -> authorized(s + " more")),
          at("key alone", EchoedSecretsTest::authorized),
          at("basic user", s -> authorized("Basic " + base64(s + ":x"))),
          at("basic password", s -> authorized("Basic " + base64("x:" + s))),
          header("X-API-Key", ""),
          header("Cookie", "session="));

  private static final Map<String, UnaryOperator<String>> SPELLINGS =
      Map.ofEntries(
          spelling("as it is", s -> s),
          spelling("upper case", s -> s.toUpperCase(Locale.ROOT)),
          spelling("lower case", s -> s.toLowerCase(Locale.ROOT)),
          spelling("encoded for a form", EchoedSecretsTest::encoded),
          spelling("encoded for a url", s -> encoded(s).replace("+", "%20")),
          spelling("all encoded", s -> HexFormat.of().withPrefix("%").formatHex(s.getBytes(UTF_8))),
          spelling("Base64", EchoedSecretsTest::base64),
          spelling("Base64 url", s -> Base64.getUrlEncoder().encodeToString(s.getBytes(UTF_8))),
          spelling("hexadecimal", s -> HexFormat.of().formatHex(s.getBytes(UTF_8))),
          spelling("HEX", s -> HexFormat.of().withUpperCase().formatHex(s.getBytes(UTF_8))),
          spelling("in JSON", s -> s.replace("\"", "\\\"")),
          spelling(
              "in markup",
              s ->
                  s.replace("&", "&amp;")
                      .replace("<", "&lt;")
                      .replace("\"", "&quot;")
                      .replace("'", "&#39;")));

  /** A form is read into the same words as JSON. */
  private static final List<UnaryOperator<String>> ANSWERS =
      List.of(
          s -> answer("error", s, true),
          s -> answer("error", "what_is_" + s, true),
          s -> answer("error_description", "no token " + s + " is known", true),
          s -> answer("error_description", "(token='" + s + "')", true),
          s -> answer("error_description", "no token " + s + " is known", false));

  /** Of those, a word is shown where it stands in a path. */
  private static final Set<String> PATHS = Set.of("path", "configured path", "resource's path");

  @TempDir private Path folder;

  /**
   * A request, and the client that is configured.
   *
   * @param client whose urls may hold the secret
   */
  private record Sent(RequestBuilder request, StaticClient client) {}

  @Test
  @DisplayName("none of 158400 combinations of secret, position, spelling, answer and sink is told")
  void tellsNoSecretWhereverItStandsAndHoweverItIsRepeated() throws IOException {
    List<String> told = new ArrayList<>();
    for (String secret : SECRETS) {
      try (Sinks sinks = new Sinks(folder)) {
        for (Map.Entry<String, Function<String, Sent>> position : POSITIONS.entrySet()) {
          if (!secret.equals(WORD) || !PATHS.contains(position.getKey())) {
            Sent sent = position.getValue().apply(secret);
            told.addAll(told(secret, position.getKey(), sent, sinks));
          }
        }
        told.addAll(holding(sinks.recorded(), forbidden(secret), "any position"));
      }
    }

    assertThat(told).isEmpty();
    int requests = (SECRETS.size() * POSITIONS.size() - PATHS.size()) * SPELLINGS.size();
    assertThat(requests * ANSWERS.size() * Sinks.COUNT).isEqualTo(158_400);
  }

  @Test
  void tellsNoneInATraceAndInWhatTheCommandMakesOfIt() throws IOException {
    List<String> told = new ArrayList<>();
    int traced = 0;
    for (String secret : SECRETS) {
      List<String> text = new ArrayList<>();
      for (Map.Entry<String, Function<String, Sent>> position : POSITIONS.entrySet()) {
        if (!secret.equals(WORD) || !PATHS.contains(position.getKey())) {
          RecordingLog trace = new RecordingLog();
          trace(secret, position.getValue().apply(secret), new ToldTrace(trace, "t"));
          traced += trace.entries.size();
          told.addAll(holding(lines(trace), forbidden(secret), position.getKey()));
          trace.entries.forEach(entry -> text.add(Line.of(entry, new TextFormat()).text()));
        }
      }
      RecordingLog redirects = EchoedRedirects.of(written(secret));
      assertThat(redirects.entries).isNotEmpty();
      told.addAll(holding(lines(redirects), forbidden(secret), "a redirect"));
      redirects.entries.forEach(entry -> text.add(Line.of(entry, new TextFormat()).text()));
      TraceOutputs outputs = TraceOutputs.of(folder, text);
      told.addAll(holding(outputs.told(), forbidden(secret), "any position"));
    }

    assertThat(told).isEmpty();
    assertThat(traced).isGreaterThan(2 * (SECRETS.size() - 1) * (POSITIONS.size() - 3));
  }

  @Test
  void tellsNoneToASpanOfTheHost() {
    List<String> told = new ArrayList<>();
    int traced = 0;
    try (HostTracing tracing = new HostTracing()) {
      HostSpans spans = HostTracing.spans(entry -> {});
      for (String secret : SECRETS) {
        for (Map.Entry<String, Function<String, Sent>> position : POSITIONS.entrySet()) {
          if (!secret.equals(WORD) || !PATHS.contains(position.getKey())) {
            Sent sent = position.getValue().apply(secret);
            Trace trace = new ToldTrace(entry -> {}, spans, "t");
            String events = tracing.within(() -> trace(secret, sent, trace)).toString();
            traced += events.split("mcp.oauth.request=", -1).length - 1;
            told.addAll(holding(Map.of("span", events), forbidden(secret), position.getKey()));
          }
        }
      }
    }

    assertThat(told).isEmpty();
    assertThat(traced).isGreaterThan(2 * (SECRETS.size() - 1) * (POSITIONS.size() - 3));
  }

  private static void trace(String secret, Sent sent, Trace trace) {
    for (String written : written(secret)) {
      exchange(sent, ANSWERS.get(0).apply(written), entry -> {}, trace);
    }
  }

  private static Map<String, String> lines(RecordingLog log) {
    return Map.of("trace", log.entries.stream().map(Entry::facts).toList().toString());
  }

  /** What the sinks tell of the secret, whatever the answer is in which it is repeated. */
  private static List<String> told(String secret, String position, Sent sent, Sinks sinks)
      throws IOException {
    Set<String> forbidden = forbidden(secret);
    List<String> told = new ArrayList<>();
    for (String written : written(secret)) {
      for (UnaryOperator<String> answer : ANSWERS) {
        exchange(sent, answer.apply(written), sinks.log());
      }
      told.addAll(holding(sinks.told(), forbidden, position + ", as " + written));
    }
    told.addAll(holding(sinks.reported(), forbidden, position));
    return told;
  }

  /** Two spellings that are the same are sent once. */
  private static Set<String> written(String secret) {
    return SPELLINGS.values().stream()
        .map(spelling -> spelling.apply(secret))
        .collect(Collectors.toSet());
  }

  private static List<String> holding(
      Map<String, String> told, Set<String> forbidden, String where) {
    return told.entrySet().stream()
        .filter(sink -> holds(sink.getValue(), forbidden))
        .map(sink -> sink.getKey() + " tells of " + where)
        .toList();
  }

  @Test
  void findsASecretThatIsToldInAnySpelling() {
    for (String secret : SECRETS) {
      for (UnaryOperator<String> spelling : SPELLINGS.values()) {
        assertThat(holds("error=" + spelling.apply(secret) + " x", secret)).isTrue();
      }
    }
  }

  @Test
  void keepsTheWordsAroundASecret() {
    RecordingLog log = new RecordingLog();
    Sent sent = new Sent(refreshWith("&my_token=s3cr3t"), EXAMPLE);

    exchange(sent, answer("error_description", "no S3CR3T", true), log);

    assertThat(log.entries).hasSize(2);
    assertThat(log.last().facts()).containsEntry("error_description", "no ***");
  }

  private static void exchange(Sent sent, String body, AgentLog log) {
    exchange(sent, body, log, Trace.NONE);
  }

  private static void exchange(Sent sent, String body, AgentLog log, Trace trace) {
    new Examiner(
            new Setup(
                Knowledge.of(List.of(sent.client()), Set.of(Grant.REFRESH_TOKEN)),
                false,
                AuthorizationServerDirectory.NONE,
                log,
                trace))
        .examine(sent.request().build(), "jdk")
        .responded(400, body);
  }

  private static boolean holds(String line, String secret) {
    return holds(line, forbidden(secret));
  }

  private static boolean holds(String line, Set<String> forbidden) {
    String lower = line.toLowerCase(Locale.ROOT);
    return forbidden.stream().anyMatch(spelling -> stands(lower, spelling));
  }

  /** In any spelling, each also as a line shows it. */
  private static Set<String> forbidden(String secret) {
    return SPELLINGS.values().stream()
        .map(spelling -> spelling.apply(secret).toLowerCase(Locale.ROOT).replaceAll("=+$", ""))
        .flatMap(spelling -> Stream.of(spelling, spelling.replaceAll("[^ -~]", "?")))
        .collect(Collectors.toSet());
  }

  private static boolean stands(String line, String spelling) {
    for (int at = line.indexOf(spelling); at >= 0; at = line.indexOf(spelling, at + 1)) {
      int end = at + spelling.length();
      if ((at == 0 || !isWord(line.charAt(at - 1)))
          && (end == line.length() || !isWord(line.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static String answer(String name, String text, boolean inJson) {
    return inJson
        ? "{\"" + name + "\":\"" + quoted(text) + "\",\"a\":\"b\"}"
        : name + '=' + encoded(text) + "&a=b";
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static Map.Entry<String, UnaryOperator<String>> spelling(
      String name, UnaryOperator<String> spelling) {
    return Map.entry(name, spelling);
  }

  private static Map.Entry<String, Function<String, Sent>> at(
      String position, Function<String, RequestBuilder> request) {
    return Map.entry(position, secret -> new Sent(request.apply(secret), EXAMPLE));
  }

  private static Map.Entry<String, Function<String, Sent>> configured(
      String position, UnaryOperator<String> endpoint) {
    return Map.entry(
        position,
        secret ->
            new Sent(
                refresh().url(endpoint.apply(secret)),
                client("example-server", RESOURCE, "my-client", endpoint.apply(secret))));
  }

  private static Map.Entry<String, Function<String, Sent>> resource(
      String position, UnaryOperator<String> url) {
    return Map.entry(
        position,
        secret ->
            new Sent(
                refreshWith("&resource=" + encoded(url.apply(secret))),
                client("example-server", url.apply(secret), "my-client", ENDPOINT)));
  }

  private static Map.Entry<String, Function<String, Sent>> field(String name) {
    return at(
        name,
        secret ->
            name.equals("grant_type")
                ? refresh().form("refresh_token=r1&grant_type=" + encoded(secret))
                : refresh().form("grant_type=refresh_token&" + name + '=' + encoded(secret)));
  }

  private static Map.Entry<String, Function<String, Sent>> header(String name, String before) {
    return at(name, secret -> refresh().header(name, before + secret));
  }

  private static RequestBuilder authorized(String value) {
    return refresh().form(REFRESH).header("Authorization", value);
  }

  /** As a host's bytes are seen: one character each. */
  private static String raw(String secret) {
    return new String(secret.replace("&", "").getBytes(UTF_8), ISO_8859_1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
