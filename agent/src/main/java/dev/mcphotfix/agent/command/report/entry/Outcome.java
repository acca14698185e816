package dev.mcphotfix.agent.command.report.entry;

import java.util.Locale;

/** What became of a token request or a credential record, the best first. */
public enum Outcome {
  HEALED("healed", "The id was added. A request was then accepted by its server."),
  OPEN(
      "in flight", "The id was added. The log ends here, or the server sent the client elsewhere."),
  OBSERVED("would be healed", "mode=observe: it went on without the id."),
  LEFT_ALONE("rightly left alone", "It needs no id. Only logged with logLevel=debug."),
  UNPROVEN(
      "success not seen",
      "The id was added. The server answered, and no token was seen in its answer."),
  UNANSWERED("no answer seen", "The id was added. The log goes on without what the server said."),
  ATTENTION("left alone, look", "It was left alone, and may be yours. The reason says why."),
  REFUSED("refused", "The server refused it, with the id added, or else the log warns of it.");

  private final String text;
  private final String meaning;

  Outcome(String text, String meaning) {
    this.text = text;
    this.meaning = meaning;
  }

  /** The words for it in a report. */
  public String text() {
    return text;
  }

  /** A sentence for those who see the words first. */
  public String meaning() {
    return meaning;
  }

  /** Whether somebody should look. */
  public boolean needsAttention() {
    return compareTo(UNPROVEN) >= 0;
  }

  /** A word for style sheets and scripts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
