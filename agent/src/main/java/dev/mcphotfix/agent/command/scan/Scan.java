package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.classpath.ClassPath;
import dev.mcphotfix.agent.command.classpath.UnreadFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
      return of(index.read(), index.size(), problems);
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

  private static ScanResult of(Application application, int classes, UnreadFiles problems) {
    List<Candidate> found = new ArrayList<>(new TypedFinder(application).find());
    found.addAll(new UntypedFinder(application).find());
    found.addAll(new ConversionFinder(application).find());
    found.addAll(new RefreshFinder(application, List.copyOf(found)).find());
    Ranking ranking = new Ranking(application);
    Map<Role, List<Candidate>> ranked = new EnumMap<>(Role.class);
    Map<Role, List<Candidate>> chosen = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      ranked.put(role, ranking.ranked(found, role));
      chosen.put(role, ranking.chosen(ranked.get(role)));
    }
    return new ScanResult(classes, ranked, chosen, problems.lines());
  }
}
