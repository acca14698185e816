package dev.mcphotfix.agent.record.shape.bean;

import java.util.Locale;

/** The name of a property of a class, and of the methods that are called after it. */
record PropertyName(String text) {

  /** As in {@code setClientId}. */
  String after(String verb) {
    String first = text.substring(0, 1).toUpperCase(Locale.ROOT);
    return verb.concat(first).concat(text.substring(1));
  }
}
