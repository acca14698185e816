package dev.mcphotfix.agent.command.check;

import dev.mcphotfix.agent.command.check.HookResult.Outcome;
import dev.mcphotfix.agent.command.classpath.ClassPath;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.rule.RuleConfiguration;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.startup.WeavingCheck;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the class files of an application, and of this Java, to one hook after the other. */
final class HookCheck {

  private static final ClassLoader JDK = ClassLoader.getPlatformClassLoader();

  private final ClassPath classPath;
  private final List<Part> parts = new ArrayList<>();

  private HookCheck(HotfixConfiguration configuration, ClassPath classPath) {
    this.classPath = classPath;
    for (RuleConfiguration rule : configuration.rules()) {
      add(rule.name(), rule, configuration.withHooks(List.of(), List.of(rule)));
    }
    for (List<String> hooks : builtIn(configuration.http().value())) {
      add(String.join(", ", hooks), null, configuration.withHooks(hooks, List.of()));
    }
  }

  /**
   * What the agent would do with each hook that the configuration has, rules first.
   *
   * @throws IOException if a class file of this Java cannot be read
   */
  static List<HookResult> of(HotfixConfiguration configuration, ClassPath classPath)
      throws IOException {
    HookCheck check = new HookCheck(configuration, classPath);
    check.showApplication();
    check.showJdk();
    List<HookResult> results = new ArrayList<>();
    for (Part part : check.parts) {
      results.add(new HookResult(part.name, part.rule, check.outcomes(part)));
    }
    return results;
  }

  /** Several names may stand for one place in a library that others are built on. */
  private static Iterable<List<String>> builtIn(List<String> hooks) {
    Map<String, List<String>> byAdapter = new LinkedHashMap<>();
    for (String hook : hooks) {
      byAdapter.computeIfAbsent(BuiltInHooks.adapter(hook), key -> new ArrayList<>()).add(hook);
    }
    return byAdapter.values();
  }

  private void add(String name, @Nullable RuleConfiguration rule, HotfixConfiguration only) {
    List<Entry> said = new ArrayList<>();
    parts.add(new Part(name, rule, new WeavingCheck(only, said::add), said));
  }

  private void showApplication() {
    for (String className : classPath.classNames()) {
      ClassLoader loader = classPath.loader(className);
      byte[] bytes = null;
      for (Part part : parts) {
        if (loader != null && part.mayConcern(className)) {
          bytes = bytes == null ? classPath.read(className) : bytes;
          if (bytes != null) {
            part.weaving.show(className, loader, bytes);
          }
        }
      }
    }
  }

  private void showJdk() throws IOException {
    for (Part part : parts) {
      for (String className : part.weaving.classNames()) {
        if (classPath.loader(className) == null) {
          byte[] bytes = ofJdk(className);
          if (bytes == null) {
            part.absent.add(className);
          } else {
            part.weaving.show(className, JDK, bytes);
          }
        }
      }
    }
  }

  private static byte @Nullable [] ofJdk(String className) throws IOException {
    try (InputStream stream = JDK.getResourceAsStream(className + ".class")) {
      return stream == null ? null : stream.readAllBytes();
    }
  }

  private List<Outcome> outcomes(Part part) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Entry entry : part.said) {
      Outcome outcome = Outcome.of(entry);
      if (outcome != null) {
        outcomes.add(outcome);
      }
    }
    for (String absent : part.absent) {
      String why = NearestClass.instead(absent, classPath.classNames());
      outcomes.add(new Outcome(Outcome.Kind.ABSENT, absent.replace('/', '.'), null, null, why));
    }
    return outcomes;
  }

  private record Part(
      String name,
      @Nullable RuleConfiguration rule,
      WeavingCheck weaving,
      List<Entry> said,
      List<String> absent) {

    Part(String name, @Nullable RuleConfiguration rule, WeavingCheck weaving, List<Entry> said) {
      this(name, rule, weaving, said, new ArrayList<>());
    }

    /** A rule may be on an interface that any class implements. */
    boolean mayConcern(String className) {
      return rule != null || weaving.classNames().contains(className);
    }
  }
}
