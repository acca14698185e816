package dev.mcphotfix.agent.command.report;

import dev.mcphotfix.agent.command.report.summary.LogReader;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The logs that a command is given: files, packed or not, or standard input. */
final class LogFiles {

  private LogFiles() {}

  /**
   * @throws UnusableInputException if one of them cannot be read
   */
  static void read(List<String> names, LogReader reader) {
    for (String name : names) {
      try (InputStream log = open(name)) {
        reader.read(name.equals("-") ? "standard input" : name, log);
      } catch (IOException | InvalidPathException e) {
        throw new UnusableInputException(name + " cannot be read: " + reason(e));
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

  private static String reason(Exception failure) {
    return failure instanceof NoSuchFileException
        ? "it is not there"
        : String.valueOf(failure.getMessage());
  }
}
