package dev.mcphotfix.agent.command.report.entry;

import dev.mcphotfix.agent.command.terminal.FileFailure;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON logs line by line. A line that is none of a JSON log is counted, the first of them are
 * named, and the rest goes on. Holds one line at a time.
 */
public final class LogReader {

  /** No line of the log is half as long. */
  private static final int LONGEST_LINE = 64 * 1024;

  private static final int MOST_NAMED = 10;

  private final byte[] line = new byte[LONGEST_LINE];
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
      try (InputStream log = open(name)) {
        read(name.equals("-") ? "standard input" : name, log);
      } catch (NoSuchFileException e) {
        throw new UnusableInputException(name + " cannot be read: it is not there");
      } catch (IOException | InvalidPathException e) {
        throw new UnusableInputException(name + " cannot be read: " + FileFailure.words(e));
      }
    }
  }

  private static InputStream open(String name) throws IOException {
    if (name.equals("-")) {
      return System.in;
    }
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      throw new IOException("it is a folder; name the files in it");
    }
    InputStream file = Files.newInputStream(path);
    return name.endsWith(".gz") ? new GZIPInputStream(file, 1 << 16) : file;
  }

  /**
   * Reads one log to its end.
   *
   * @param name of the log, for its bad lines; and for its instance, where its lines name none
   * @throws IOException if it cannot be read; what was read until then counts
   */
  void read(String name, InputStream log) throws IOException {
    InputStream buffered = LogText.of(new BufferedInputStream(log, LONGEST_LINE));
    Unwrapping unwrapping = new Unwrapping();
    long number = 0;
    for (int length = nextLine(buffered); length >= 0; length = nextLine(buffered)) {
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

  /** The same in a sentence that names the first of them, as {@code file:line}; or none. */
  public String badLinesNamed() {
    return bad == 0
        ? ""
        : Shown.count(bad, "line")
            + " passed over, not of a JSON log: "
            + String.join(", ", named)
            + (bad > named.size() ? ", ..." : "");
  }

  private void take(String name, long number, int length, Unwrapping unwrapping) {
    if (length == 0) {
      return;
    }
    LogEntry entry = length > LONGEST_LINE ? null : entry(length, unwrapping);
    if (entry != null) {
      entries.accept(name, entry);
    } else if (length > LONGEST_LINE || !unwrapping.isPart()) {
      if (textLog.isEmpty() && LogText.isTextLog(line, length)) {
        textLog = Shown.text(name);
      }
      pass(name, number);
    }
  }

  private @Nullable LogEntry entry(int length, Unwrapping unwrapping) {
    return text && LogText.isTextLog(line, length)
        ? TextLine.of(new String(line, 0, length, StandardCharsets.UTF_8))
        : unwrapping.entry(line, length);
  }

  private void pass(String name, long number) {
    bad++;
    if (named.size() < MOST_NAMED) {
      named.add(Shown.text(name) + ':' + number);
    }
  }

  /** Its length, one more than fits where it is too long; -1 behind the last. */
  private int nextLine(InputStream log) throws IOException {
    int next = log.read();
    if (next < 0) {
      return -1;
    }
    int length = 0;
    for (; next >= 0 && next != '\n'; next = log.read()) {
      if (length < LONGEST_LINE) {
        line[length] = (byte) next;
      }
      length = Math.min(length + 1, LONGEST_LINE + 1);
    }
    return length == 1 && line[0] == '\r' ? 0 : length;
  }
}
