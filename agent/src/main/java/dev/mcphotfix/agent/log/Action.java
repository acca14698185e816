package dev.mcphotfix.agent.log;

/** What was done at a hook; the first words of a decision's line. The vocabulary is closed. */
public enum Action implements Event {
  ADDED("added client_id"),
  FILLED("filled client_id"),
  HEALED("healed record"),
  WOULD_ADD("would add client_id"),
  WOULD_FILL("would fill client_id"),
  WOULD_HEAL("would heal record"),
  LEFT_ALONE("left alone");

  private final String text;

  Action(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }

  /** Whether it was only looked at, and nothing was changed. */
  boolean isObserved() {
    return this == WOULD_ADD || this == WOULD_FILL || this == WOULD_HEAL;
  }

  /** The action to report in observe mode, where nothing is changed. */
  public Action observed() {
    return switch (this) {
      case ADDED -> WOULD_ADD;
      case FILLED -> WOULD_FILL;
      case HEALED -> WOULD_HEAL;
      default -> this;
    };
  }
}
