package dev.mcphotfix.agent.command.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens what is named as a log: a file, packed or not, or standard input. */
final class NamedLog {

  private NamedLog() {}

  static InputStream open(String name) throws IOException {
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
}
