package dev.mcphotfix.agent.record.shape.json;

import org.jspecify.annotations.Nullable;

/**
 * One member of an object in a JSON text; positions count characters from the text's start.
 *
 * @param nameStart the position of the name's first quote
 * @param valueStart the position of the value's first character
 * @param valueEnd behind the value's last character; only set for text and null
 * @param value a String, a {@link JsonObject}, a {@link JsonArray}, null, or {@link #OTHER}
 */
record JsonMember(
    String name, int nameStart, int valueStart, int valueEnd, @Nullable Object value) {

  /** A number or a boolean: there, and of no further interest. */
  static final Object OTHER = new Object();

  /** Never with the value, which may be a token. */
  @Override
  public String toString() {
    return name;
  }
}
