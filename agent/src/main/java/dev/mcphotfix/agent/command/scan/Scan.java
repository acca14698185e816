package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.classpath.ClassPath;
import dev.mcphotfix.agent.command.classpath.UnreadFiles;
import dev.mcphotfix.agent.command.scan.application.ClassIndex;
import dev.mcphotfix.agent.command.scan.application.Progress;
import dev.mcphotfix.agent.command.scan.candidate.Candidates;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Looks through an application's jars and folders for the methods that rules should name. */
public final class Scan {

  private Scan() {}

  /**
   * Reads all class files below the paths; what cannot be read is told in the result.
   *
   * @param paths jars and other archives, class files, and folders with any of these
   */
  public static ScanResult of(List<File> paths, Progress progress) {
    UnreadFiles problems = new UnreadFiles();
    try (ClassPath classPath = new ClassPath(problems)) {
      for (File path : paths) {
        add(path, classPath, problems);
      }
      ClassIndex index = new ClassIndex(classPath, problems, progress);
      Candidates candidates = Candidates.in(index.read());
      return new ScanResult(index.size(), candidates, problems.lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(File path, ClassPath classPath, UnreadFiles problems) {
    try {
      classPath.add(path);
    } catch (IOException e) {
      problems.add(
          path.getPath(), e.getMessage() + (path.exists() ? "; left out" : "; correct the path"));
    }
  }
}
