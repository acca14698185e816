package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.report.summary.Outcome;
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

  Html number(long number) {
    return markup(grouped(number));
  }

  Html cell(String text) {
    return markup("<td>").text(text).markup("</td>");
  }

  /** Empty for zero, which is of no interest among many. */
  Html cell(long number) {
    return markup("<td class=\"number\">")
        .markup(number == 0 ? "" : grouped(number))
        .markup("</td>");
  }

  Html time(long time) {
    return markup("<td class=\"time\">").text(Times.second(time)).markup("</td>");
  }

  /** In color, but never by color alone. */
  Html outcome(Outcome outcome) {
    return markup("<td><span class=\"badge ")
        .markup(outcome.key())
        .markup("\">")
        .text(outcome.text())
        .markup("</span></td>");
  }

  Html tableHead(String... names) {
    markup("<div class=\"scroll\"><table><thead><tr>");
    for (String name : names) {
      markup("<th scope=\"col\">").text(name).markup("</th>");
    }
    return markup("</tr></thead><tbody>\n");
  }

  Html tableEnd() {
    return markup("</tbody></table></div>\n");
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
