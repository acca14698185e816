package dev.mcphotfix.agent.command.log;

import java.util.Locale;

/** What became of a token request or a credential record, the best first. */
public enum Outcome {
  HEALED("healed", "The id was added, and the server accepted the request."),
  OPEN("in flight", "The id was added. The log ends here, or the server redirected the client."),
  OBSERVED("would be healed", "mode=observe: it was sent without the id."),
  LEFT_ALONE("needed no id", "Only logged with logLevel=debug."),
  UNPROVEN(
      "unconfirmed", "The id was added. The server answered, but no token was seen in its answer."),
  UNANSWERED("unanswered", "The id was added. The log goes on, but has no answer to it."),
  ATTENTION("not healed", "Left alone, but it may have needed the id. The reason says why."),
  REFUSED("refused", "The server refused the request.");

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

  /** Whether it is a problem. */
  public boolean needsAttention() {
    return compareTo(UNPROVEN) >= 0;
  }

  /** A word for style sheets and scripts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
