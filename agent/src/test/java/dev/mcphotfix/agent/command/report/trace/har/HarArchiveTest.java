package dev.mcphotfix.agent.command.report.trace.har;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.report.trace.TracedLogs;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tools for HTTP are given: HAR 1.2, with all that it requires. */
final class HarArchiveTest {

  private static final String TIMED =
      TracedLogs.json(
              "trace",
              "\"step\":\"token-request\",\"request\":\"1\",\"endpoint\":\"https://idp.example.com/token\","
                  + "\"grant\":\"refresh_token\",\"parameters\":\"grant_type,refresh_token\"",
              "a")
          + TracedLogs.json(
              "trace",
              "\"step\":\"token-response\",\"request\":\"1\",\"status\":\"200\",\"took\":\"43\"",
              "a");

  @Test
  void hasAPageForEachConversationAndAnEntryForEachRequest() {
    JsonNode log = log(TracedLogs.TEXT);

    assertThat(log.at("/pages").size()).isEqualTo(2);
    assertThat(log.at("/pages/0/title").asString()).isEqualTo("3fa-1 example-server");
    assertThat(log.at("/pages/0/comment").asString()).startsWith("no-client-id: 401 from");
    assertThat(log.at("/entries").size()).isEqualTo(2);
    assertThat(log.at("/entries/0/request/url").asString())
        .isEqualTo("https://mcp.example.com/mcp");
    assertThat(log.at("/entries/0/response/status").asInt()).isEqualTo(401);
    assertThat(log.at("/entries/1/response/status").asInt()).isEqualTo(400);
    assertThat(log.at("/entries/1/_traceOfAnswer/error").asString()).isEqualTo("invalid_request");
  }

  @Test
  void hasAnEntryForARequestToBeAuthorized() {
    JsonNode log =
        log(
            TracedLogs.json(
                "trace",
                "\"step\":\"authorization\",\"method\":\"GET\",\"status\":\"302\","
                    + "\"url\":\"https://idp.example.com/authorize\",\"error\":\"access_denied\"",
                "a"));

    assertThat(log.at("/entries").size()).isEqualTo(1);
    assertThat(log.at("/entries/0/request/url").asString())
        .isEqualTo("https://idp.example.com/authorize");
    assertThat(log.at("/entries/0/response/status").asInt()).isEqualTo(302);
  }

  @Test
  void hasWhatTheFormatRequires() {
    for (String text : List.of(TracedLogs.TEXT, TIMED)) {
      JsonNode log = log(text);

      assertThat(log.at("/version").asString()).isEqualTo("1.2");
      assertThat(log.at("/creator").propertyNames()).contains("name", "version");
      assertThat(log.at("/pages")).allSatisfy(HarArchiveTest::isPage);
      assertThat(log.at("/entries")).isNotEmpty().allSatisfy(HarArchiveTest::isEntry);
    }
  }

  private static void isPage(JsonNode page) {
    assertThat(page.propertyNames()).contains("startedDateTime", "id", "title", "pageTimings");
    assertThat(Instant.parse(page.get("startedDateTime").asString())).isNotNull();
  }

  private static void isEntry(JsonNode entry) {
    assertThat(Instant.parse(entry.get("startedDateTime").asString())).isNotNull();
    assertThat(entry.get("time").isNumber()).isTrue();
    assertThat(entry.at("/request").propertyNames())
        .contains("method", "url", "httpVersion", "cookies", "headers", "queryString")
        .contains("headersSize", "bodySize");
    assertThat(entry.at("/response").propertyNames())
        .contains("status", "statusText", "httpVersion", "cookies", "headers", "content")
        .contains("redirectURL", "headersSize", "bodySize");
    assertThat(entry.at("/response/status").isNumber()).isTrue();
    assertThat(entry.at("/response/content").propertyNames()).contains("size", "mimeType");
    assertThat(entry.get("cache").isObject()).isTrue();
    assertThat(entry.get("timings").propertyNames()).contains("send", "wait", "receive");
  }

  @Test
  void hasTheTimesOfATokenRequestAndItsAnswer() {
    JsonNode entry = log(TIMED).at("/entries/0");

    assertThat(entry.get("startedDateTime").asString()).isEqualTo("2026-01-31T12:00:00.123Z");
    assertThat(entry.get("time").asInt()).isEqualTo(43);
    assertThat(entry.at("/timings/wait").asInt()).isEqualTo(43);
    assertThat(entry.get("comment").asString()).isEmpty();
  }

  @Test
  void hasEachFactWhole() {
    String caller = "a.b.C.d(C.java:1),".repeat(30);

    JsonNode log = log(TracedLogs.TEXT.replace("ms=209", "from=" + caller + " ms=209"));

    assertThat(log.at("/entries/1/_trace/from").asString()).isEqualTo(caller);
  }

  @Test
  void saysWhatTheLogDoesNotHave() {
    JsonNode log = log(TracedLogs.TEXT);

    assertThat(log.at("/comment").asString()).contains("no header, no body");
    assertThat(log.at("/entries/0/response/content/comment").asString()).contains("no bodies");
    assertThat(log.at("/entries/0/comment").asString()).contains("no times", "not in the log");
    assertThat(log.at("/entries/1/request/postData/params/0/value").asString())
        .isEqualTo("refresh_token");
    assertThat(log.at("/entries/1/request/postData/params/1").has("value")).isFalse();
    assertThat(log.at("/entries/1/request/postData/comment").asString()).contains("no secret");
  }

  @Test
  void hasTheFormForABrowserWhichShowsItsTextAlone() {
    String form = "parameters=grant_type,refresh_token,scope scope=\"mcp tools\"";

    JsonNode log = log(TracedLogs.TEXT.replace("parameters=grant_type,refresh_token", form));

    assertThat(log.at("/entries/1/request/postData/text").asString())
        .isEqualTo("grant_type=refresh_token&refresh_token=***&scope=mcp+tools");
  }

  @Test
  void hasNoStatusWhereThereIsNoAnswer() {
    JsonNode log = log(TIMED.lines().findFirst().orElseThrow());

    assertThat(log.at("/entries/0/response/status").asInt()).isZero();
  }

  private static JsonNode log(String text) {
    String json = HarArchive.json(TracedLogs.read(text));
    assertThat(json.replaceAll("\\s", "")).startsWith(HarArchive.BEGINNING.replaceAll("\\s", ""));
    return new JsonMapper().readTree(json).get("log");
  }
}
