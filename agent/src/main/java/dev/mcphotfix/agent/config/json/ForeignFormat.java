package dev.mcphotfix.agent.config.json;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what a file is that is no JSON, by its first line that says something. */
public final class ForeignFormat {

  public static final String TOML = "TOML";
  public static final String YAML = "YAML";

  private static final int LOOKED_AT = 4096;

  private ForeignFormat() {}

  /**
   * The name of the format; null where the line may be JSON, or anything.
   *
   * @param file its name, which tells where the line does not
   */
  public static @Nullable String of(String file, byte[] content) {
    String format = of(content);
    return format == null && file.toLowerCase(Locale.ROOT).endsWith(".toml") ? TOML : format;
  }

  static @Nullable String of(byte[] content) {
    int length = Math.min(content.length, LOOKED_AT);
    String text = new String(content, 0, length, StandardCharsets.UTF_8);
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      String line = text.substring(start, end < 0 ? text.length() : end).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        return ofLine(line);
      }
      start = end < 0 ? text.length() : end + 1;
    }
    return null;
  }

  private static @Nullable String ofLine(String line) {
    if (line.startsWith("<")) {
      return "XML";
    }
    if (line.startsWith("[")) {
      return isTable(line) ? TOML : null;
    }
    if (line.startsWith("---") || line.startsWith("- ")) {
      return YAML;
    }
    int key = endOfKey(line, 0);
    String rest = key == 0 ? "" : line.substring(key).strip();
    if (rest.startsWith("=")) {
      return TOML;
    }
    return rest.equals(":") || rest.startsWith(": ") ? YAML : null;
  }

  /** As {@code [mcp_servers.NAME]}; {@code [true]} and {@code [1, 2]} are JSON. */
  private static boolean isTable(String line) {
    int start = line.startsWith("[[") ? 2 : 1;
    int end = endOfKey(line, start);
    String word = line.substring(start, end);
    return end > start
        && Character.isLetter(word.charAt(0))
        && line.indexOf(']') >= end
        && line.indexOf(',') < 0
        && !word.equals("true")
        && !word.equals("false")
        && !word.equals("null");
  }

  private static int endOfKey(String line, int start) {
    int end = start;
    while (end < line.length() && isOfKey(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfKey(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
