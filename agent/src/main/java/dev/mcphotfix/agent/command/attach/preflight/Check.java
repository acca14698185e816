package dev.mcphotfix.agent.command.attach.preflight;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at before the agent is loaded.
 *
 * @param text a sentence for the operator
 * @param advice what to do; null where there is nothing to do
 */
public record Check(Kind kind, String text, @Nullable String advice) {

  /** How it is meant; a problem keeps the agent out. */
  public enum Kind {
    OK,
    NOTE,
    PROBLEM
  }

  static Check ok(String text) {
    return new Check(Kind.OK, text, null);
  }

  static Check note(String text, @Nullable String advice) {
    return new Check(Kind.NOTE, text, advice);
  }

  static Check problem(String text, String advice) {
    return new Check(Kind.PROBLEM, text, advice);
  }

  boolean isProblem() {
    return kind == Kind.PROBLEM;
  }
}
