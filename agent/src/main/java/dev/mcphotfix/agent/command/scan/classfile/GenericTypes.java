package dev.mcphotfix.agent.command.scan.classfile;

import java.util.ArrayList;
import java.util.List;

/** Splits the types of a signature (Java Virtual Machine Specification section 4.7.9.1). */
final class GenericTypes {

  private GenericTypes() {}

  /** The types at the start of a text, up to the parenthesis or bracket that ends them. */
  static List<String> split(String text) {
    List<String> types = new ArrayList<>();
    int at = 0;
    while (at < text.length() && text.charAt(at) != ')' && text.charAt(at) != '>') {
      int end = end(text, at);
      if (end <= at) {
        return types;
      }
      types.add(text.substring(at, end));
      at = end;
    }
    return types;
  }

  private static int end(String text, int start) {
    int at = start;
    while (at < text.length() && "[+-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean named = at < text.length() && (text.charAt(at) == 'L' || text.charAt(at) == 'T');
    return named ? afterName(text, at) : Math.min(at + 1, text.length());
  }

  private static int afterName(String text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ';' && depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
