package dev.mcphotfix.testapp.bench;

import dev.mcphotfix.testapp.world.Jdk;
import java.util.List;
import java.util.stream.Stream;

/**
 * What each variant adds to a program, as a picture in SVG: a bar for each JDK, this agent's in a
 * colour. One scale for all; a bar that is longer than the picture is wide is cut.
 */
final class Chart {
  private static final List<String> PROGRAMS = List.of(Programs.HELLO, Programs.OVER_JDK);

  /** Would leave the others no room. */
  private static final List<String> CUT = List.of(Variants.OPEN_TELEMETRY, Variants.MANY_RULES);

  private static final int BARS_LEFT = 310;
  private static final int BARS_WIDTH = 480;
  private static final int HEAD = 62;
  private static final int TITLE = 34;
  private static final int BAR = 11;
  private static final int GAP = 8;

  private final Starts starts;
  private final StringBuilder text = new StringBuilder();
  private final double longest;
  private int top = HEAD;

  Chart(Starts starts) {
    this.starts = starts;
    longest =
        PROGRAMS.stream()
            .flatMap(
                program ->
                    variants(program)
                        .filter(variant -> !CUT.contains(variant))
                        .map(variant -> longest(program, variant)))
            .reduce(1.0, Math::max);
  }

  String text() {
    for (String program : PROGRAMS) {
      addTitle(program);
      variants(program).forEach(variant -> addBars(program, variant));
    }
    return ChartFrame.around(text.toString(), top + GAP, starts.jdks());
  }

  private Stream<String> variants(String program) {
    return starts.variants(program).stream().filter(variant -> !variant.equals(Variants.NONE));
  }

  private double longest(String program, String variant) {
    return starts.jdks().stream()
        .mapToDouble(jdk -> starts.over(jdk, program, variant))
        .max()
        .orElse(0);
  }

  private void addTitle(String program) {
    top += TITLE;
    text.append(
        "<text class=\"title\" x=\"16\" y=\"%d\">%s</text>\n".formatted(top - GAP, program));
  }

  private void addBars(String program, String variant) {
    int height = BAR * starts.jdks().size();
    text.append(
        "<text class=\"name\" x=\"%d\" y=\"%d\">%s</text>\n"
            .formatted(BARS_LEFT - GAP, top + height / 2 + 4, variant));
    String whose = variant.startsWith("this agent") ? "ours" : "other";
    for (Jdk jdk : starts.jdks()) {
      addBar(whose + " jdk" + starts.jdks().indexOf(jdk), starts.over(jdk, program, variant));
      top += BAR;
    }
    top += GAP;
  }

  private void addBar(String style, double milliseconds) {
    boolean isCut = milliseconds > longest;
    long width = Math.round(Math.max(0, Math.min(1, milliseconds / longest)) * BARS_WIDTH);
    text.append(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n"
            .formatted(style, BARS_LEFT, top, width, BAR - 1));
    if (isCut) {
      text.append(
          "<path class=\"cut\" d=\"M%d %dl6 %d\"/>\n"
              .formatted(BARS_LEFT + BARS_WIDTH - 24, top - 1, BAR + 1));
    }
    text.append(
        "<text class=\"number\" x=\"%d\" y=\"%d\">%+d</text>\n"
            .formatted(BARS_LEFT + width + 5, top + BAR - 2, Math.round(milliseconds)));
  }
}
