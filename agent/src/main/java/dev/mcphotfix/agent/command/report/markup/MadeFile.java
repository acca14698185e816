package dev.mcphotfix.agent.command.report.markup;

import dev.mcphotfix.agent.command.terminal.FileFailure;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Puts what a command makes where it is wanted, whole or not at all, and over nothing but an older
 * one.
 *
 * @param name of the file
 * @param option that named it
 * @param kind what it is, in a word or two
 * @param beginning what each of its kind begins with, whatever space is in it
 */
public record MadeFile(String name, String option, String kind, String beginning) {

  /**
   * Writes it.
   *
   * @param logs none of which it may be
   * @param force whether it may be over anything else
   * @param content only ASCII in it
   * @throws UnusableInputException if it cannot be written, or is something else
   */
  public void write(List<String> logs, boolean force, String content) {
    if (name.equals("-")) {
      throw new UnusableInputException(option + " wants the name of a file; - is none here");
    }
    try {
      Path file = Path.of(name);
      refuse(file, logs, force);
      Path folder = file.toAbsolutePath().getParent();
      Path whole = Files.createTempFile(folder, "report", ".tmp");
      try {
        Files.writeString(whole, content, StandardCharsets.US_ASCII);
        whole.toFile().setReadable(true, false); // A temporary file is its owner's alone.
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException | InvalidPathException e) {
      throw new UnusableInputException(
          name + " cannot be written: " + FileFailure.words(e) + "; " + another());
    }
  }

  private void refuse(Path file, List<String> logs, boolean force) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UnusableInputException(file + " is a folder; name a file with " + option);
    }
    if (!Files.exists(file)) {
      return;
    }
    for (String log : logs) {
      if (!log.equals("-") && Files.isSameFile(file, Path.of(log))) {
        throw new UnusableInputException(file + " is one of the logs; " + another());
      }
    }
    if (!force && !isOfKind(file)) {
      throw new UnusableInputException(
          file + " is there and is no " + kind + "; " + another() + ", or give --force");
    }
  }

  private String another() {
    return "name another file with " + option;
  }

  private boolean isOfKind(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      String start = new String(stream.readNBytes(1000), StandardCharsets.US_ASCII);
      return dense(start).startsWith(dense(beginning));
    }
  }

  private static String dense(String text) {
    return text.replaceAll("\\s", "");
  }
}
