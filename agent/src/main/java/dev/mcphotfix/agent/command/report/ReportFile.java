package dev.mcphotfix.agent.command.report;

import dev.mcphotfix.agent.command.report.page.ReportPage;
import dev.mcphotfix.agent.command.terminal.FileFailure;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/** Puts a report where it is wanted, whole or not at all, and over nothing but an older report. */
final class ReportFile {

  private ReportFile() {}

  /**
   * @throws UnusableInputException if it cannot be written, or is something else
   */
  static void write(String name, List<String> logs, boolean force, String page) {
    try {
      Path file = Path.of(name);
      refuse(file, logs, force);
      Path folder = file.toAbsolutePath().getParent();
      Path whole = Files.createTempFile(folder, "report", ".tmp");
      try {
        Files.writeString(whole, page, StandardCharsets.US_ASCII);
        whole.toFile().setReadable(true, false); // A temporary file is its owner's alone.
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException | InvalidPathException e) {
      throw new UnusableInputException(
          name + " cannot be written: " + FileFailure.words(e) + "; name another file with -o");
    }
  }

  private static void refuse(Path file, List<String> logs, boolean force) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UnusableInputException(file + " is a folder; name a file with -o");
    }
    if (!Files.exists(file)) {
      return;
    }
    for (String log : logs) {
      if (!log.equals("-") && Files.isSameFile(file, Path.of(log))) {
        throw new UnusableInputException(file + " is one of the logs; name another file with -o");
      }
    }
    if (!force && !isReport(file)) {
      throw new UnusableInputException(
          file + " is there and is no report; name another file with -o, or give --force");
    }
  }

  private static boolean isReport(Path file) throws IOException {
    byte[] beginning = ReportPage.BEGINNING.getBytes(StandardCharsets.US_ASCII);
    try (InputStream stream = Files.newInputStream(file)) {
      return Arrays.equals(stream.readNBytes(beginning.length), beginning);
    }
  }
}
