package dev.mcphotfix.agent.http;

import java.util.List;

/** Breaks the rules of the house, so that a test can see each of them fail. */
public final class Intruder {

  static final List<Class<?>> KNOWN =
      List.of(
          dev.mcphotfix.agent.weave.Intruder.class,
          dev.mcphotfix.agent.oauth.decision.Verdict.class);

  private Intruder() {}
}
