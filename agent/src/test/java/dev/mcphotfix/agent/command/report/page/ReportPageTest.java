package dev.mcphotfix.agent.command.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.log.LogReader;
import dev.mcphotfix.agent.command.log.Logs;
import dev.mcphotfix.agent.command.report.markup.Resource;
import dev.mcphotfix.agent.command.report.summary.Remedy;
import dev.mcphotfix.agent.command.report.summary.Summary;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Severity;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {

  private static final String ATTACK = "\"'><script>alert(1)</script><img src=x>";

  @Test
  void showsItsFiguresWithoutAScript() {
    String page =
        page(new Logs("app-1").added("0001").answered("0001", 200).added("0002"))
            .replaceAll("(?s)<script>.*?</script>", "");

    assertThat(page)
        .contains("<b>1</b><span>healed</span>", "<b>1</b><span>in flight</span>")
        .contains("<rect class=\"healed\"", "<td>app-1 1</td>")
        .contains("All is well: 1 refresh healed");
  }

  @Test
  void showsWhatToLookAtWhereNoAnswerIsSeen() {
    String page = page(new Logs("app-1").added("0001").added("0002").answered("0002", 200));

    assertThat(page)
        .contains("<b>1</b><span>unanswered</span>", "<td class=\"state bad\">unanswered</td>")
        .contains("<h1>1 JVM needs attention</h1>", "<p class=\"what\">1 unanswered</p>");
  }

  @Test
  void loadsNothing() {
    String page = page(new Logs("app-1").added("0001"));

    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContain(" src=", "<link", "@import", "url(", " style=", "onclick")
        .doesNotContainPattern(" href=\"[^#]");
    assertThat(Pattern.compile("https?://[^<\"]*").matcher(page).results().map(m -> m.group()))
        .containsOnly("https://idp.example.com/token");
  }

  @Test
  void makesTheVerdictItsHeadline() {
    assertThat(page(new Logs("a").added("0001").answered("0001", 400)))
        .contains("<h1>1 JVM needs attention</h1>", "<p class=\"what\">1 refused</p>");
    assertThat(page(new Logs("a").added("0001").answered("0001", 200)))
        .contains("<h1>All is well: 1 refresh healed, no problems</h1>")
        .doesNotContain("Problems and next steps");
  }

  @Test
  void showsNoTileAndNoColumnForWhatThereIsNone() {
    String page = page(new Logs("a").added("0001").answered("0001", 200));

    assertThat(page)
        .contains("<th scope=\"col\" class=\"number\">healed</th>")
        .contains("None: in flight, would be healed,")
        .doesNotContain("<b>0</b>", "<th scope=\"col\" class=\"number\">refused</th>");
  }

  @Test
  void endsEachProblemWithItsNextStep() {
    Logs log = new Logs("a").added("0001").answered("0001", 400).added("0002").added("0003");
    for (Reason reason : Reason.values()) {
      log.entry("WARN", "left alone", "reason=" + reason.code());
    }

    String page = page(log.started());

    assertThat(page.split("<li class=\"problem", -1)).hasSize(Reason.values().length + 3);
    assertThat(page.split("<b>Next step:</b> [A-Z]", -1)).hasSize(Reason.values().length + 3);
  }

  @Test
  void saysMoreOfEachReasonThatIsAWarningThanToReadTheLog() {
    assertThat(Reason.values())
        .filteredOn(reason -> reason.severity() == Severity.WARN)
        .allSatisfy(reason -> assertThat(remedy(reason.code())).doesNotContain("in the log"))
        .allSatisfy(reason -> assertThat(ReasonMeaning.of(reason.code())).isNotEmpty());
    assertThat(remedy("made-up")).contains("in the log");
  }

  private static String remedy(String reason) {
    Logs log = new Logs("a").entry("WARN", "left alone", "reason=" + reason);
    return Remedy.of(Logs.summary(log).problems().get(0).group());
  }

  @Test
  void leadsEachLinkToAPlaceOnThePage() {
    Logs log = new Logs("a").added("0001").answered("0001", 400).added("0002");
    log.answered("0002", 200).entry("WARN", "left alone", "reason=ambiguous-server");

    String page = page(log);

    assertThat(page).contains("<a href=\"#reason-ambiguous-server\">", "<a href=\"#jvm-1\">");
    assertThat(Pattern.compile(" href=\"#([^\"]*)\"").matcher(page).results().map(m -> m.group(1)))
        .isNotEmpty()
        .allSatisfy(anchor -> assertThat(page).containsOnlyOnce(" id=\"" + anchor + '"'));
  }

  @Test
  void allowsTheBrowserItsOwnStyleAndScriptOnly() {
    String page = page(new Logs("app-1").added("0001"));

    assertThat(page)
        .contains("style-src '" + Resource.hash(between(page, "<style>", "</style>")) + "'")
        .contains("script-src '" + Resource.hash(between(page, "<script>", "</script>")) + "'");
  }

  @Test
  void takesMarkupInALogForText() {
    String page =
        page(
            new Logs(ATTACK)
                .entry(
                    "WARN",
                    "left alone",
                    "server=" + ATTACK,
                    "endpoint=https://h/" + ATTACK,
                    "reason=agent-error:" + ATTACK,
                    "hook=" + ATTACK,
                    "request=" + ATTACK)
                .entry(
                    "WARN",
                    "token response",
                    "status=" + ATTACK,
                    "error=" + ATTACK,
                    "error_description=" + ATTACK,
                    "advice=" + ATTACK,
                    "request=" + ATTACK));

    assertThat(page).contains("&quot;&#39;&gt;&lt;script&gt;alert(1)");
    assertThat(page.split("<script", -1)).hasSize(2);
    assertThat(page).doesNotContain("<img", "\"'>");
  }

  @Test
  void showsNothingThatTheLogHasNoWordFor() {
    Logs log =
        new Logs("app-1")
            .added("0001")
            .entry("WARN", "left alone", "reason=made-up", "refresh_token=rt-1", "request=0002")
            .entry("WARN", "made up", "error=secret-1");

    String page = page(log);

    assertThat(page).contains("(unknown reason)").doesNotContain("made-up", "rt-1", "secret-1");
  }

  @Test
  void masksWhatCouldBeATokenAndBoundsTheRest() {
    Logs log =
        new Logs("h".repeat(900))
            .added("0001")
            .entry(
                "WARN",
                "token response",
                "status=400",
                "error_description=got " + "t0k".repeat(20),
                "request=0001");

    String page = page(log);

    assertThat(page).contains("got ***").doesNotContain("t0kt0k", "h".repeat(101));
  }

  @Test
  void namesTheLinesThatItPassedOver() {
    String page = page(new Logs("app-1").added("0001").line("<bad>"));

    assertThat(page).contains("1 line passed over, not of a JSON log: a&lt;.json:2");
  }

  @Test
  void isReadableInWhateverEncoding() {
    String page = page(new Logs("\u00fcber").added("0001"));

    assertThat(page).matches(Pattern.compile("\\p{ASCII}*", Pattern.DOTALL));
  }

  private static String page(Logs log) {
    Summary summary = new Summary();
    LogReader reader = new LogReader(summary::add);
    Logs.read(reader, "a<.json", log.text());
    summary.end();
    return new ReportPage(summary, reader, List.of("a<.json")).html();
  }

  private static String between(String page, String from, String to) {
    int start = page.indexOf(from) + from.length();
    return page.substring(start, page.indexOf(to, start));
  }
}
