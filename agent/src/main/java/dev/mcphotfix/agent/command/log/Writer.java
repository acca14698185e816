package dev.mcphotfix.agent.command.log;

import java.util.Comparator;

/**
 * Who wrote an entry, as the entry itself says; never as it is shown, which is cut.
 *
 * @param name what a JVM keeps when it is started again
 * @param instance made anew at each start; empty in logs of earlier versions
 */
public record Writer(Name name, String instance) {

  /**
   * The same for all starts of a JVM, and for JVMs of one host whose process ids are the same.
   *
   * @param host the name of the log where the entry names none
   * @param pid empty where the entry has none
   */
  public record Name(String host, String pid) {

    public static final Comparator<Name> ORDER =
        Comparator.comparing(Name::host).thenComparing(Name::pid);

    /** For a reader, cut. */
    public String shown() {
      return pid.isEmpty() ? Shown.name(host) : Shown.name(host) + ' ' + Shown.name(pid);
    }
  }

  /**
   * Who wrote an entry.
   *
   * @param log its name, for entries that name no JVM
   */
  public static Writer of(String log, LogEntry entry) {
    String instance = entry.textOr("instance", "");
    String host = entry.textOr("host", instance.isEmpty() ? log : instance);
    return new Writer(new Name(host, entry.textOr("pid", "")), instance);
  }
}
