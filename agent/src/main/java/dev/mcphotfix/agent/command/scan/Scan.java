package dev.mcphotfix.agent.command.scan;

import java.io.File;
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
    ClassIndex index = new ClassIndex(new ClassFiles(paths, problems, progress), problems);
    Application application = index.read();
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
    return new ScanResult(index.size(), ranked, chosen, problems.lines());
  }
}
