package dev.mcphotfix.agent.command.log;

import dev.mcphotfix.agent.command.terminal.FileFailure;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON logs line by line. A line that is none of a JSON log is counted, the first of them are
 * named, and the rest goes on. Holds one line at a time.
 */
public final class LogReader {

  private static final int MOST_NAMED = 10;

  private final LineBuffer buffer = new LineBuffer();
  private final byte[] line = buffer.bytes();
  private final List<String> named = new ArrayList<>();
  private final BiConsumer<String, LogEntry> entries;
  private final boolean text;
  private long bad;
  private String textLog = "";

  /**
   * A reader that passes on what it reads.
   *
   * @param entries is given each entry, with the name of its log
   */
  public LogReader(BiConsumer<String, LogEntry> entries) {
    this(entries, false);
  }

  private LogReader(BiConsumer<String, LogEntry> entries, boolean text) {
    this.entries = entries;
    this.text = text;
  }

  /** A reader that passes on what the agent wrote as text, too, without times. */
  public static LogReader ofBoth(BiConsumer<String, LogEntry> entries) {
    return new LogReader(entries, true);
  }

  /**
   * Reads logs, packed or not, each to its end.
   *
   * @param names of files, or {@code -} for standard input
   * @throws UnusableInputException if one of them cannot be read
   */
  public void read(List<String> names) {
    for (String name : names) {
      try (InputStream log = NamedLog.open(name)) {
        read(name.equals("-") ? "standard input" : name, log);
      } catch (NoSuchFileException e) {
        throw new UnusableInputException(name + " cannot be read: it is not there");
      } catch (IOException | InvalidPathException e) {
        throw new UnusableInputException(name + " cannot be read: " + FileFailure.words(e));
      }
    }
  }

  /**
   * Reads one log to its end.
   *
   * @param name of the log, for its bad lines; and for its instance, where its lines name none
   * @throws IOException if it cannot be read; what was read until then counts
   */
  void read(String name, InputStream log) throws IOException {
    InputStream buffered = LogText.of(new BufferedInputStream(log, LineBuffer.LONGEST));
    Unwrapping unwrapping = new Unwrapping();
    long number = 0;
    for (int length = buffer.next(buffered); length >= 0; length = buffer.next(buffered)) {
      number++;
      take(name, number, length, unwrapping);
    }
    for (int i = 0; i < unwrapping.unfinished(); i++) {
      pass(name, number);
    }
  }

  /** The first log in which the agent wrote lines of text; empty where there is none. */
  public String textLog() {
    return textLog;
  }

  /** How many lines could not be read. */
  public long badLines() {
    return bad;
  }

  /**
   * The same in a sentence that names the first of them, as {@code file:line}, and a log that a JVM
   * is missing for; or none.
   */
  public String badLinesNamed() {
    return bad == 0
        ? ""
        : Shown.count(bad, "line")
            + " passed over, not of a JSON log: "
            + String.join(", ", named)
            + (bad > named.size() ? ", ..." : "")
            + (textLog.isEmpty()
                ? ""
                : "; " + textLog + " has lines of an agent's text log, which count nowhere");
  }

  private void take(String name, long number, int length, Unwrapping unwrapping) {
    if (length == 0) {
      return;
    }
    LogEntry entry = length > LineBuffer.LONGEST ? null : entry(length, unwrapping);
    if (entry != null) {
      entries.accept(name, entry);
    } else if (length > LineBuffer.LONGEST || !unwrapping.isPart()) {
      if (textLog.isEmpty() && LogText.isTextLog(line, length)) {
        textLog = Shown.text(name);
      }
      pass(name, number);
    }
  }

  private @Nullable LogEntry entry(int length, Unwrapping unwrapping) {
    LogEntry told =
        text && line[0] != '{'
            ? TextLine.of(new String(line, 0, length, StandardCharsets.UTF_8))
            : null;
    return told == null ? unwrapping.entry(line, length) : told;
  }

  private void pass(String name, long number) {
    bad++;
    if (named.size() < MOST_NAMED) {
      named.add(Shown.text(name) + ':' + number);
    }
  }
}
