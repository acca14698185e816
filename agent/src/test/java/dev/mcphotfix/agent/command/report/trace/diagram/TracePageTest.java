package dev.mcphotfix.agent.command.report.trace.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.report.markup.Resource;
import dev.mcphotfix.agent.command.report.trace.TracedLogs;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page of a trace, as a browser is given it. */
final class TracePageTest {

  private static final String ATTACK = "\\\"'><script>alert(1)</script></svg><img src=x>";

  @Test
  void drawsEachConversationForWideAndForNarrowScreensWithALinkToIt() {
    String page = page(TracedLogs.TEXT);

    assertThat(page).contains("<h1>1 of 2 conversations failed</h1>", "no-client-id: 1");
    assertThat(page.split("<svg class=\"sequence wide\"", -1)).hasSize(3);
    assertThat(page.split("<svg class=\"sequence narrow\"", -1)).hasSize(3);
    assertThat(Pattern.compile(" href=\"#([^\"]*)\"").matcher(page).results().map(m -> m.group(1)))
        .containsExactly("conversation-1", "conversation-2")
        .allSatisfy(anchor -> assertThat(page).containsOnlyOnce(" id=\"" + anchor + '"'));
  }

  @Test
  void showsNoListOfASingleOne() {
    String page = page(TracedLogs.TEXT.lines().skip(5).collect(Collectors.joining("\n")));

    assertThat(page)
        .contains("<h1>None of 1 conversation has failed</h1>")
        .doesNotContain("<h2>Conversations</h2>", " href=");
  }

  @Test
  void loadsNothingAndRunsNothing() {
    String page = page(TracedLogs.TEXT);

    assertThat(page)
        .contains("default-src 'none'; style-src '" + Resource.hash(style(page)) + "'\">")
        .doesNotContain("<script", " src=", "<link", "@import", "url(", " style=", "onclick")
        .doesNotContainPattern(" href=\"[^#]");
  }

  @Test
  void takesMarkupInALogForText() {
    String log =
        TracedLogs.json(
            "trace",
            "\"step\":\"request-refused\",\"ms\":\"1\",\"method\":\"%1$s\",\"url\":\"%1$s\",\"%1$s\":\"%1$s\""
                .formatted(ATTACK),
            "a");

    String page = page(log.replace("t-1", ATTACK).replace("example-server", ATTACK));

    assertThat(page)
        .contains("&quot;&#39;&gt;&lt;script&gt;alert(1)")
        .doesNotContain("<script", "<img", "\"'>");
  }

  @Test
  void isReadableInWhateverEncoding() {
    String page = page(TracedLogs.TEXT.replace("example-server", "\u00fcber"));

    assertThat(page).matches(Pattern.compile("\\p{ASCII}*", Pattern.DOTALL)).contains("?ber");
  }

  @Test
  void showsThoseFirstThatFailedWhereThereAreHundreds() {
    String well = TracedLogs.TEXT.lines().toList().get(5) + '\n';
    String log =
        IntStream.range(0, 399)
                .mapToObj(i -> well.replace("3fa-2", "1-" + i))
                .collect(Collectors.joining())
            + TracedLogs.TEXT.lines().limit(5).collect(Collectors.joining("\n"));

    String page = page(log);

    assertThat(page).contains("<h1>1 of 400 conversations failed</h1>", "Here are 300,");
    assertThat(page).contains("<td><a href=\"#conversation-1\">3fa-1</a></td>");
    assertThat(page.split("<section class=\"conversation\"", -1)).hasSize(301);
    assertThat(page.split("<summary>What happened</summary>", -1)).hasSize(300);
  }

  @Test
  void tellsEachStepInATableToo() {
    assertThat(page(TracedLogs.TEXT))
        .contains(
            "<tr><td class=\"number\">252</td><td class=\"time\">token-response</td>"
                + "<td class=\"facts\">request=0001 status=400 error=invalid_request"
                + " client_id=absent took=43 thread=main</td></tr>");
  }

  @Test
  void cutsALongFactInThePictureAndNotInTheTable() {
    String caller = "a.b.C.d(C.java:1),".repeat(30);

    String page = page(TracedLogs.TEXT.replace("ms=209", "from=" + caller + " ms=209"));

    assertThat(page.split("from=" + Pattern.quote(caller), -1)).hasSize(2);
    assertThat(page).contains("from=" + caller + " thread=main</td></tr>");
  }

  @Test
  void saysNoTimeOfAConversationInALogWithoutAnyBesideOneThatHasIt() {
    String timed = TracedLogs.json("trace", "\"step\":\"metadata\"", "a");

    assertThat(page(TracedLogs.TEXT + timed))
        .contains("<td class=\"time\">-</td>", "<td class=\"time\">2026-01-31 12:00:00</td>")
        .doesNotContain("1970");
  }

  private static String page(String log) {
    return TracePage.html(TracedLogs.read(log), 1);
  }

  private static String style(String page) {
    List<String> parts = List.of(page.split("</?style>", -1));
    assertThat(parts).hasSize(3);
    return parts.get(1);
  }
}
