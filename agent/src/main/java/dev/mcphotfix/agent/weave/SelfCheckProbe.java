package dev.mcphotfix.agent.weave;

import java.util.function.UnaryOperator;

/** A piece of host code in small: the self-check weaves it and calls it. */
public final class SelfCheckProbe implements UnaryOperator<String> {

  @Override
  public String apply(String text) {
    return text;
  }
}
