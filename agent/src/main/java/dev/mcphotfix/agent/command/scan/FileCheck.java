package dev.mcphotfix.agent.command.scan;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;

/** Runs the command {@code check} on what a scan has printed. */
final class FileCheck {

  private static final String NAME = "mcp-hotfix.json";

  private FileCheck() {}

  /**
   * Prints what that says to the errors of the command, and answers its exit code.
   *
   * @param file its lines
   * @param paths of the application
   */
  static int of(List<String> file, List<File> paths, CommandLine scan) {
    CommandLine check =
        Objects.requireNonNull(scan.getParent().getSubcommands().get("check"), "check");
    StringWriter said = new StringWriter();
    PrintWriter before = check.getOut();
    try {
      Path folder = Files.createTempDirectory("scan");
      Path written = Files.write(folder.resolve(NAME), file);
      try {
        int exitCode = check.setOut(new PrintWriter(said, true)).execute(arguments(written, paths));
        scan.getErr().print(said.toString().replace(written.toString(), NAME));
        scan.getErr().flush();
        return exitCode;
      } finally {
        check.setOut(before);
        Files.delete(written);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] arguments(Path written, List<File> paths) {
    List<String> arguments = new ArrayList<>(List.of(written.toString()));
    paths.forEach(path -> arguments.addAll(List.of("--classpath", path.getPath())));
    return arguments.toArray(String[]::new);
  }
}
