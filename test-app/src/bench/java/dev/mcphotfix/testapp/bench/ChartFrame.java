package dev.mcphotfix.testapp.bench;

import dev.mcphotfix.testapp.world.Jdk;
import java.util.List;

/** What is around the bars of a {@link Chart}: paper, colours by light and dark, and the key. */
final class ChartFrame {
  private static final String TITLE = "Milliseconds that an agent adds to a program";
  private static final String STYLE =
      """
      <style>
      text { font: 12px system-ui, sans-serif; fill: #1f2328; }
      .title { font-weight: 600; font-size: 14px; }
      .name { text-anchor: end; }
      .number { font-size: 10px; }
      .paper { fill: #ffffff; stroke: #d1d9e0; }
      .cut { stroke: #ffffff; stroke-width: 4; }
      .ours { fill: #54aeff; } .ours.jdk0 { fill: #0550ae; }
      .other { fill: #afb8c1; } .other.jdk0 { fill: #6e7781; }
      @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3; }
        .paper { fill: #0d1117; stroke: #3d444d; }
        .cut { stroke: #0d1117; }
        .ours { fill: #a5d6ff; } .ours.jdk0 { fill: #388bfd; }
        .other { fill: #b1bac4; } .other.jdk0 { fill: #6e7681; }
      }
      </style>
      """;
  private static final int WIDTH = 860;

  private ChartFrame() {}

  static String around(String bars, int height, List<Jdk> jdks) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
        <title>%3$s</title>
        """
            .formatted(WIDTH, height, TITLE)
        + STYLE
        + "<rect class=\"paper\" x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n"
            .formatted(WIDTH - 1, height - 1)
        + "<text class=\"title\" x=\"16\" y=\"28\">%s (this agent: blue)</text>\n".formatted(TITLE)
        + key(jdks)
        + bars
        + "</svg>\n";
  }

  private static String key(List<Jdk> jdks) {
    StringBuilder key = new StringBuilder();
    int left = 16;
    for (int i = 0; i < jdks.size(); i++) {
      key.append(swatch("ours", i, left)).append(swatch("other", i, left + 16));
      key.append(
          "<text x=\"%d\" y=\"52\">JDK %d</text>\n".formatted(left + 36, jdks.get(i).feature()));
      left += 110;
    }
    return key.toString();
  }

  private static String swatch(String whose, int index, int left) {
    return "<rect class=\"%s jdk%d\" x=\"%d\" y=\"43\" width=\"12\" height=\"10\"/>\n"
        .formatted(whose, index, left);
  }
}
