package dev.mcphotfix.agent.command.report.markup;

import dev.mcphotfix.agent.command.log.Outcome;
import dev.mcphotfix.agent.command.report.summary.Counts;
import dev.mcphotfix.agent.command.report.summary.Times;
import java.util.List;
import java.util.Locale;

/** Builds markup. What is given as text is escaped; what is given as markup must be ours. */
public final class Html {

  private final StringBuilder page = new StringBuilder();

  public Html markup(String markup) {
    page.append(markup);
    return this;
  }

  /** For between tags, and for between the quotation marks of an attribute. */
  public Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> page.append("&lt;");
        case '>' -> page.append("&gt;");
        case '&' -> page.append("&amp;");
        case '"' -> page.append("&quot;");
        case '\'' -> page.append("&#39;");
        default -> append(c);
      }
    }
    return this;
  }

  /** The page is ASCII, so that it is read rightly by whatever shows it. */
  private void append(char c) {
    if (c < 0x80) {
      page.append(c);
    } else {
      page.append("&#").append((int) c).append(';');
    }
  }

  /**
   * An element with a text in it.
   *
   * @param tag markup, with or without attributes
   */
  public Html element(String tag, String text) {
    return markup("<" + tag + ">").text(text).markup("</" + tag.split(" ", 2)[0] + ">");
  }

  public Html number(long number) {
    return markup(String.format(Locale.ROOT, "%,d", number));
  }

  public Html cell(String text) {
    return element("td", text);
  }

  /** Empty for zero, which is of no interest among many. */
  public Html cell(long number) {
    markup("<td class=\"number\">");
    return (number == 0 ? this : number(number)).markup("</td>");
  }

  /** The same in a column that is there only if it is of interest. */
  public Html cell(boolean isThere, long number) {
    return isThere ? cell(number) : this;
  }

  /** A cell for each outcome. */
  public Html cells(List<Outcome> outcomes, Counts counts) {
    for (Outcome outcome : outcomes) {
      cell(counts.of(outcome));
    }
    return this;
  }

  public Html time(long time) {
    return element("td class=\"time\"", Times.second(time));
  }

  /** In color, but never by color alone. */
  public Html outcome(Outcome outcome, String remark) {
    return markup("<td>")
        .element("span class=\"badge " + outcome.key() + '"', outcome.text() + remark)
        .markup("</td>");
  }

  /**
   * A link within the page, which loads nothing.
   *
   * @param anchor markup; empty for none, and the text alone
   */
  public Html link(String anchor, String text) {
    return anchor.isEmpty() ? text(text) : element("a href=\"#" + anchor + '"', text);
  }

  /** A text in which code stands between backquotes. */
  public Html code(String text) {
    String[] parts = text.split("`", -1);
    boolean isWhole = parts.length % 2 == 1;
    for (int i = 0; i < parts.length; i++) {
      if (isWhole && i % 2 == 1) {
        element("code", parts[i]);
      } else {
        text(isWhole || i == 0 ? parts[i] : '`' + parts[i]);
      }
    }
    return this;
  }

  public Html tableBegin() {
    return markup("<div class=\"scroll\"><table><thead><tr>");
  }

  public Html column(String name) {
    return element("th scope=\"col\"", name);
  }

  public Html numberColumn(String name) {
    return element("th scope=\"col\" class=\"number\"", name);
  }

  public Html numberColumn(boolean isThere, String name) {
    return isThere ? numberColumn(name) : this;
  }

  /** A column for each outcome. */
  public Html columns(List<Outcome> outcomes) {
    outcomes.forEach(outcome -> numberColumn(outcome.text()));
    return this;
  }

  public Html tableBody() {
    return markup("</tr></thead><tbody>\n");
  }

  public Html tableEnd() {
    return markup("</tbody></table></div>\n");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
