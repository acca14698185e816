package dev.mcphotfix.testapp.bench;

import dev.mcphotfix.testapp.world.Jdk;
import java.util.Locale;

/** The table of starts, in Markdown. */
final class StartTable {
  private final Starts starts;

  StartTable(Starts starts) {
    this.starts = starts;
  }

  String text() {
    StringBuilder text = new StringBuilder("| |");
    StringBuilder line = new StringBuilder("\n|---|");
    for (Jdk jdk : starts.jdks()) {
      text.append(" JDK ")
          .append(jdk.feature())
          .append(": ms (over no agent) | × Byteman | MB | classes |");
      line.append("---|---|---|---|");
    }
    text.append(line);
    for (String program : starts.programs()) {
      text.append("\n| **")
          .append(program)
          .append("** |")
          .append(" |".repeat(4 * starts.jdks().size()));
      for (String variant : starts.variants(program)) {
        append(text, program, variant);
      }
    }
    return text.append('\n').toString();
  }

  private void append(StringBuilder text, String program, String variant) {
    text.append("\n| ").append(variant).append(" |");
    for (Jdk jdk : starts.jdks()) {
      text.append(cells(jdk, program, variant));
    }
  }

  private String cells(Jdk jdk, String program, String variant) {
    Samples samples = starts.find(jdk, program, variant);
    double over = starts.over(jdk, program, variant);
    boolean isBase = variant.equals(Variants.NONE);
    return String.format(
        Locale.ROOT,
        " %.0f%s | %s | %.0f | %d |",
        samples.time(),
        isBase ? "" : String.format(Locale.ROOT, " (%+.0f)", over),
        isBase ? "" : String.format(Locale.ROOT, "%.2f", over / starts.byteman(jdk, program)),
        samples.peak(),
        samples.classes());
  }
}
