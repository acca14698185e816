package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.ENDPOINT;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.REFRESH;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refresh;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refreshWith;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.LogMemory;
import dev.mcphotfix.agent.log.TextFormat;
import dev.mcphotfix.agent.log.TimedEntry;
import dev.mcphotfix.agent.log.output.Instance;
import dev.mcphotfix.agent.log.output.JsonFormat;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import dev.mcphotfix.agent.oauth.request.Grant;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A secret in any position of a request, which its server repeats in any spelling, is not told. */
final class EchoedSecretsTest {

  /** Is a word, also in Base64; in a path it does not look like a key, and is shown. */
  private static final String WORD = "hush";

  /** Short ones, which no rule of length masks. */
  private static final List<String> SECRETS =
      List.of("s3cr3t", "sk-live-9aZ04", "hunter2/+=", "p4ss wörd&x=1", "HUSH0hush", "x7Q", WORD);

  private static final Map<String, Function<String, RequestBuilder>> POSITIONS =
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
          header("Authorization", "Bearer "),
          at("key and more", s -> authorized(s + " more")),
          at("key alone", EchoedSecretsTest::authorized),
          at("basic user", s -> authorized("Basic " + base64(s + ":x"))),
          at("basic password", s -> authorized("Basic " + base64("x:" + s))),
          header("X-API-Key", ""),
          header("Cookie", "session="));

  private static final Map<String, UnaryOperator<String>> SPELLINGS =
      Map.of(
          "as it is", s -> s,
          "upper case", s -> s.toUpperCase(Locale.ROOT),
          "lower case", s -> s.toLowerCase(Locale.ROOT),
          "encoded for a form", EchoedSecretsTest::encoded,
          "encoded for a url", s -> encoded(s).replace("+", "%20"),
          "Base64", EchoedSecretsTest::base64,
          "Base64 for a url", s -> Base64.getUrlEncoder().encodeToString(s.getBytes(UTF_8)),
          "hexadecimal", s -> HexFormat.of().formatHex(s.getBytes(UTF_8)),
          "HEXADECIMAL", s -> HexFormat.of().withUpperCase().formatHex(s.getBytes(UTF_8)));

  private static final List<BiFunction<String, Boolean, String>> ANSWERS =
      List.of(
          (s, inJson) -> answer("error", s, inJson),
          (s, inJson) -> answer("error", "what_is_" + s, inJson),
          (s, inJson) -> answer("error_description", "no token " + s + " is known", inJson),
          (s, inJson) -> answer("error_description", "(token='" + s + "')", inJson));

  private static final JsonFormat JSON =
      new JsonFormat(() -> Instant.EPOCH, new Instance("host", "1", "instance"));

  private static final Map<String, Function<Entry, String>> SINKS =
      Map.of(
          "line of text",
          entry -> new TextFormat().line("WARN", entry.event().text(), entry.facts()),
          "line of JSON",
          entry -> JSON.line("WARN", entry.event().text(), entry.facts()),
          "status",
          entry -> new TimedEntry(0, entry).line(),
          "entry",
          Entry::toString,
          "facts",
          entry -> entry.facts().toString());

  @Test
  @DisplayName("none of 52560 combinations of secret, position, spelling, answer and sink is told")
  void tellsNoSecretWhereverItStandsAndHoweverItIsRepeated() {
    List<String> told = new ArrayList<>();
    for (String secret : SECRETS) {
      Map<String, Function<String, RequestBuilder>> positions = new HashMap<>(POSITIONS);
      positions.keySet().removeIf(position -> position.equals("path") && secret.equals(WORD));
      positions.forEach(
          (position, request) ->
              SPELLINGS.forEach(
                  (name, spelling) ->
                      told(secret, request.apply(secret), spelling.apply(secret))
                          .forEach(line -> told.add(position + ", " + name + ": " + line))));
    }

    assertThat(told).isEmpty();
    int requests = (SECRETS.size() * POSITIONS.size() - 1) * SPELLINGS.size();
    assertThat(requests * 2 * ANSWERS.size() * SINKS.size()).isEqualTo(52_560);
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
    Entry last =
        exchange(refreshWith("&my_token=s3cr3t"), answer("error_description", "no S3CR3T", true))
            .get(1);

    assertThat(last.facts()).containsEntry("error_description", "no ***");
  }

  /** What all sinks tell of the secret, whatever the answer is in which it is repeated. */
  private static List<String> told(String secret, RequestBuilder request, String written) {
    Set<String> forbidden = forbidden(secret);
    return ANSWERS.stream()
        .flatMap(answer -> Stream.of(answer.apply(written, true), answer.apply(written, false)))
        .flatMap(body -> exchange(request, body).stream())
        .flatMap(entry -> SINKS.values().stream().map(sink -> sink.apply(entry)))
        .filter(line -> holds(line, forbidden))
        .toList();
  }

  private static List<Entry> exchange(RequestBuilder request, String body) {
    RecordingLog log = new RecordingLog();
    new Examiner(
            new Setup(
                Knowledge.of(List.of(EXAMPLE), Set.of(Grant.REFRESH_TOKEN)),
                false,
                AuthorizationServerDirectory.NONE,
                new LogMemory().over(log)))
        .examine(request.build(), "jdk")
        .responded(400, body);
    assertThat(log.entries).hasSize(2);
    return log.entries;
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
    return line.contains(spelling)
        && line.matches("(?s).*(?<![a-z0-9])\\Q" + spelling + "\\E(?![a-z0-9]).*");
  }

  private static String answer(String name, String text, boolean inJson) {
    return inJson
        ? "{\"" + name + "\":\"" + text + "\",\"a\":\"b\"}"
        : name + '=' + encoded(text) + "&a=b";
  }

  private static Map.Entry<String, Function<String, RequestBuilder>> at(
      String position, Function<String, RequestBuilder> request) {
    return Map.entry(position, request);
  }

  private static Map.Entry<String, Function<String, RequestBuilder>> field(String name) {
    return at(
        name,
        secret ->
            name.equals("grant_type")
                ? refresh().form("refresh_token=r1&grant_type=" + encoded(secret))
                : refresh().form("grant_type=refresh_token&" + name + '=' + encoded(secret)));
  }

  private static Map.Entry<String, Function<String, RequestBuilder>> header(
      String name, String before) {
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
