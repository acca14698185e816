package dev.mcphotfix.testapp;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the story prints, as a terminal shows it: an SVG of texts that looks the same in a light and
 * a dark page, without a script, and with the fonts that are there.
 */
record Picture(List<String> lines) {

  private static final int LINE = 18;
  private static final int TOP = 46;
  private static final int LEFT = 20;
  private static final double COLUMN = 7.83;
  private static final int WIDTH = 824;

  private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:\\d+");
  private static final Pattern GOOD =
      Pattern.compile(
          "^ +(Reconnected|saved record: +clientId my|.*refresh with ).*|^All as told.*");
  private static final Pattern BAD =
      Pattern.compile("^ +(Failed to|saved record: +clientId missing|.*refresh without ).*");

  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img">
      <title>The story: without the agent the client fails to reconnect, with it the client reconnects</title>
      <style>
      text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace;
        fill: #c9d1d9; white-space: pre }
      .title { fill: #ffffff; font-weight: bold }
      .command { fill: #79c0ff }
      .log { fill: #8b949e }
      .good { fill: #56d364 }
      .bad { fill: #ff7b72 }
      </style>
      <rect x="0.5" y="0.5" width="%3$d" height="%4$d" rx="10" fill="#0d1117" stroke="#6e7681"/>
      <circle cx="22" cy="20" r="6" fill="#ff5f57"/>
      <circle cx="42" cy="20" r="6" fill="#febc2e"/>
      <circle cx="62" cy="20" r="6" fill="#28c840"/>
      """;

  /** The picture of these lines, with what differs each time replaced by what could have been. */
  String svg() {
    int height = TOP + lines.size() * LINE + 8;
    StringBuilder svg = new StringBuilder(HEAD.formatted(WIDTH, height, WIDTH - 1, height - 1));
    IntStream.range(0, lines.size()).forEach(i -> line(svg, usual(lines.get(i)), i));
    return svg.append("</svg>\n").toString();
  }

  private static void line(StringBuilder svg, String line, int number) {
    String text = line.strip();
    if (!text.isEmpty()) {
      int indentation = line.indexOf(text);
      svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\"", LEFT + indentation * COLUMN));
      svg.append(" y=\"").append(TOP + 8 + number * LINE).append('"');
      String style = style(line, indentation);
      svg.append(style.isEmpty() ? "" : " class=\"" + style + '"');
      svg.append('>').append(escaped(text)).append("</text>\n");
    }
  }

  private static String usual(String line) {
    return PORT.matcher(line).replaceAll("127.0.0.1:40001");
  }

  private static String style(String line, int indentation) {
    if (GOOD.matcher(line).matches()) {
      return "good";
    }
    if (BAD.matcher(line).matches()) {
      return "bad";
    }
    if (line.startsWith("   $ ")) {
      return "command";
    }
    if (line.startsWith("     mcp-hotfix ")
        || line.startsWith("         ") && line.charAt(indentation) != '"') {
      return "log";
    }
    return indentation == 0 ? "title" : "";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
