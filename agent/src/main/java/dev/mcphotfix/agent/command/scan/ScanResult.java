package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.classpath.ClassPath;
import dev.mcphotfix.agent.command.classpath.UnreadFiles;
import dev.mcphotfix.agent.command.scan.application.Application;
import dev.mcphotfix.agent.command.scan.application.ClassIndex;
import dev.mcphotfix.agent.command.scan.application.Progress;
import dev.mcphotfix.agent.command.scan.candidate.Candidate;
import dev.mcphotfix.agent.command.scan.candidate.Candidates;
import dev.mcphotfix.agent.command.scan.candidate.Role;
import dev.mcphotfix.agent.command.scan.candidate.Rule;
import dev.mcphotfix.agent.command.scan.candidate.Seen;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scan found, to be printed as a configuration or as data.
 *
 * @param classes how many were read
 * @param hooks whether the built-in hooks are to be on
 * @param unhooked the HTTP clients among them that no hook covers
 * @param problems what could not be read, one line each
 */
public record ScanResult(
    int classes,
    boolean hooks,
    Candidates candidates,
    List<String> unhooked,
    List<String> problems) {

  private static final String ELSEWHERE =
      "none of the methods in it is of what was scanned; name the jars of that client";

  /**
   * Reads all class files below the paths; what cannot be read is told in the result.
   *
   * @param paths jars and other archives, class files, and folders with any of these
   * @param hooks whether what a built-in hook sees needs no rule
   * @param seen what was seen of the application at work
   */
  static ScanResult of(List<File> paths, boolean hooks, Seen seen, Progress progress) {
    UnreadFiles problems = new UnreadFiles();
    try (ClassPath classPath = new ClassPath(problems)) {
      for (File path : paths) {
        add(path, classPath, problems);
      }
      ClassIndex index = new ClassIndex(classPath, hooks, problems, progress);
      Application application = index.read();
      Candidates candidates = Candidates.in(application, seen);
      if (seen.isElsewhere(application)) {
        problems.add("--trace", ELSEWHERE);
      }
      return new ScanResult(index.size(), hooks, candidates, unhooked(classPath), problems.lines());
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

  private static List<String> unhooked(ClassPath classPath) {
    Map<String, String> clients = BuiltInHooks.unhookedClients();
    clients.keySet().removeIf(className -> classPath.loader(className) == null);
    return List.copyOf(clients.values());
  }

  /** Whether there is a rule to propose. */
  public boolean hasRules() {
    return !candidates.chosen().isEmpty();
  }

  /**
   * A whole file for the agent, with what speaks for each rule in comments.
   *
   * @param scanned the paths, for people
   * @param servers the lines that say which servers
   */
  public List<String> configuration(List<String> scanned, List<String> servers) {
    return new ConfigurationText(candidates, classes, hooks).lines(scanned, servers);
  }

  /** What a person should know besides, with rules that can be pasted. */
  public List<String> remarks() {
    return new RemarksText(candidates, unhooked).lines();
  }

  /** The same as data: maps, lists, texts, numbers and booleans. */
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("classes", classes);
    data.put("unhooked", unhooked);
    data.put("problems", problems);
    for (Role role : Role.values()) {
      data.put(role.word(), candidates.ranked(role).stream().map(this::data).toList());
    }
    return data;
  }

  private Map<String, Object> data(Candidate candidate) {
    Map<String, Object> data = new LinkedHashMap<>();
    Rule rule = candidate.rule();
    data.put("method", candidate.method().reference());
    data.put("score", candidate.score());
    data.put("proposed", candidates.chosen().contains(candidate));
    data.put("why", new ArrayList<>(candidate.why()));
    if (candidate.library() != null) {
      data.put("library", candidate.library());
    }
    if (rule != null) {
      data.put("rule", rule.members(candidate.role().word()));
    }
    return data;
  }
}
