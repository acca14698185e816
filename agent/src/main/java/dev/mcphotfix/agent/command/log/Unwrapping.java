package dev.mcphotfix.agent.command.log;

import dev.mcphotfix.agent.command.terminal.JsonInput;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes off what stands around a line of the log where a container has written it: the names that
 * {@code kubectl logs --prefix} and Compose put before it, the times that both can add, and the
 * lines of CRI and of Docker's json-file, which may come in parts. One for each file.
 */
final class Unwrapping {

  /** What is before the line, in this order, each of it there or not. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?:\\[pod/[^\\]\\s]++\\] |[A-Za-z0-9][\\w.-]*+ *+\\| )?+"
              + "(?<time>\\d{4}-\\d\\d-\\d\\dT[0-9:.]++(?:Z|[+-]\\d\\d:\\d\\d) )?+"
              + "(?:(?<stream>stdout|stderr) (?<tag>[FP])(?::\\S*+)? )?+");

  private static final Set<String> STREAMS = Set.of("stdout", "stderr");

  /** No line of the log is half as long. */
  private static final int LONGEST = 64 * 1024;

  private final Map<String, StringBuilder> parts = new HashMap<>();
  private boolean isPart;

  /** The entry; null where there is none, or where only a part of it is there yet. */
  @Nullable LogEntry entry(byte[] line, int length) {
    isPart = false;
    if (line[0] == '{') {
      Map<String, @Nullable Object> members = JsonInput.object(line, length);
      return members == null || members.containsKey("event") ? of(members) : docker(members);
    }
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    Matcher prefix = PREFIX.matcher(text);
    if (!prefix.lookingAt() || prefix.end() == 0) {
      return of(JsonInput.object(line, length));
    }
    String rest = text.substring(prefix.end());
    String stream = prefix.group("stream");
    return stream == null ? of(rest) : part(stream, rest, prefix.group("tag").equals("F"));
  }

  /** Whether the last line is one of which more is to come. */
  boolean isPart() {
    return isPart;
  }

  /** How many lines there are of which the rest has not come. */
  int unfinished() {
    return parts.size();
  }

  private @Nullable LogEntry docker(Map<String, @Nullable Object> members) {
    return members.get("log") instanceof String log
            && members.get("stream") instanceof String stream
            && STREAMS.contains(stream)
        ? part(stream, log, log.endsWith("\n"))
        : null;
  }

  private @Nullable LogEntry part(String stream, String text, boolean isLast) {
    StringBuilder before = parts.remove(stream);
    if (isLast && before == null) {
      return of(text);
    }
    StringBuilder whole = before == null ? new StringBuilder() : before;
    if (whole.length() + text.length() <= LONGEST) {
      whole.append(text);
    }
    if (isLast) {
      return of(whole.toString());
    }
    parts.put(stream, whole);
    isPart = true;
    return null;
  }

  private static @Nullable LogEntry of(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return of(JsonInput.object(bytes, bytes.length));
  }

  private static @Nullable LogEntry of(@Nullable Map<String, @Nullable Object> members) {
    return members == null ? null : LogEntry.of(members);
  }
}
