package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.report.entry.Outcome;
import dev.mcphotfix.agent.command.report.summary.Counts;
import java.util.Locale;

/** Builds markup. What is given as text is escaped; what is given as markup must be ours. */
final class Html {

  private final StringBuilder page = new StringBuilder();

  Html markup(String markup) {
    page.append(markup);
    return this;
  }

  /** For between tags, and for between the quotation marks of an attribute. */
  Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> page.append("&lt;");
        case '>' -> page.append("&gt;");
        case '&' -> page.append("&amp;");
        case '"' -> page.append("&quot;");
        case '\'' -> page.append("&#39;");
        default -> page.append(c);
      }
    }
    return this;
  }

  /**
   * An element with a text in it.
   *
   * @param tag markup, with or without attributes
   */
  Html element(String tag, String text) {
    return markup("<" + tag + ">").text(text).markup("</" + tag.split(" ", 2)[0] + ">");
  }

  Html number(long number) {
    return markup(String.format(Locale.ROOT, "%,d", number));
  }

  Html cell(String text) {
    return element("td", text);
  }

  /** Empty for zero, which is of no interest among many. */
  Html cell(long number) {
    markup("<td class=\"number\">");
    return (number == 0 ? this : number(number)).markup("</td>");
  }

  /** A cell for each outcome. */
  Html cells(Counts counts) {
    for (Outcome outcome : Outcome.values()) {
      cell(counts.of(outcome));
    }
    return this;
  }

  Html time(long time) {
    return element("td class=\"time\"", Times.second(time));
  }

  /** In color, but never by color alone. */
  Html outcome(Outcome outcome) {
    return markup("<td>")
        .element("span class=\"badge " + outcome.key() + '"', outcome.text())
        .markup("</td>");
  }

  Html tableHead(String... names) {
    markup("<div class=\"scroll\"><table><thead><tr>");
    for (String name : names) {
      element("th scope=\"col\"", name);
    }
    return markup("</tr></thead><tbody>\n");
  }

  Html tableEnd() {
    return markup("</tbody></table></div>\n");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
