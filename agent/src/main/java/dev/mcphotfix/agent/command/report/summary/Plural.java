package dev.mcphotfix.agent.command.report.summary;

import java.util.Locale;

/** A number and what it counts. */
public final class Plural {

  private Plural() {}

  public static String of(long count, String one) {
    return of(count, one, one + 's');
  }

  public static String of(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
