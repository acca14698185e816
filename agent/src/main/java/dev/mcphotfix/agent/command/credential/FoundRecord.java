package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.record.StoredRecord;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A credential record and where it is.
 *
 * @param location a JSON pointer (RFC 6901) in the file; holds names of the file's own
 * @param whole what the file is called where the record is all of it
 */
public record FoundRecord(String location, StoredRecord record, String whole) {

  private static final int LONGEST = 200;
  private static final Pattern LONG = Pattern.compile("[-\\w.~+=%]{24,}");
  private static final Pattern WORDS =
      Pattern.compile("(\\d{1,2}|[A-Z]?[a-z]{1,15})([-_.](\\d{1,2}|[A-Z]?[a-z]{1,15}))+");

  FoundRecord(String location, StoredRecord record) {
    this(location, record, "(the whole file)");
  }

  /** The same, with one more name that is believed where the record's url fits. */
  FoundRecord alsoCalled(String server) {
    return new FoundRecord(location, record.alsoCalled(server), whole);
  }

  /** The location to be shown: what could be a token in it is masked. */
  public String shown() {
    return location.isEmpty() ? whole : shown(location);
  }

  static String shown(String pointer) {
    return Stream.of(pointer.split("/", -1))
        .map(FoundRecord::shownName)
        .collect(Collectors.joining("/"));
  }

  /**
   * A name of several words is shown; of anything else that is as long as a token the beginning, so
   * that records can be told apart.
   */
  private static String shownName(String name) {
    String masked =
        LONG.matcher(name)
            .replaceAll(
                run ->
                    WORDS.matcher(run.group()).matches()
                        ? run.group()
                        : run.group().substring(0, 4) + "***");
    String safe = Redaction.oneLine(masked);
    return safe.length() > LONGEST ? safe.substring(0, LONGEST) + "..." : safe;
  }

  /** The pointer to a member or an element. */
  static String pointer(String outer, String name) {
    return outer + '/' + name.replace("~", "~0").replace("/", "~1");
  }
}
