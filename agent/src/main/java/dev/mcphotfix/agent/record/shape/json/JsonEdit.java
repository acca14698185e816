package dev.mcphotfix.agent.record.shape.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/** A piece of a JSON text, from {@code start} to before {@code end}, and what takes its place. */
public record JsonEdit(int start, int end, String replacement) {

  /** By their places in the text. */
  static List<JsonEdit> ordered(List<JsonEdit> edits) {
    List<JsonEdit> ordered = new ArrayList<>(edits);
    ordered.sort(Comparator.comparingInt(JsonEdit::start));
    return ordered;
  }

  /** The text with all edits made and everything else as it was. */
  static String apply(List<JsonEdit> edits, String text) {
    StringBuilder result = new StringBuilder(text.length() + 64);
    int position = 0;
    for (JsonEdit edit : ordered(edits)) {
      result.append(text, position, edit.start).append(edit.replacement);
      position = edit.end;
    }
    return result.append(text, position, text.length()).toString();
  }

  /** The text as a JSON string, with its quotes. */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, quoted);
    return quoted.append('"').toString();
  }

  /** The texts as a JSON object, with no space between its parts. */
  public static String object(Map<String, String> members) {
    StringBuilder json = new StringBuilder("{");
    String comma = "";
    for (Map.Entry<String, String> member : members.entrySet()) {
      json.append(comma).append(quoted(member.getKey()));
      json.append(':').append(quoted(member.getValue()));
      comma = ",";
    }
    return json.append('}').toString();
  }
}
