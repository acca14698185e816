package dev.mcphotfix.agent.command.check;

import dev.mcphotfix.agent.command.check.HookFate.Kind;
import dev.mcphotfix.agent.command.classpath.ClassPath;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.rule.RuleConfiguration;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.startup.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the class files of an application, and of this Java, to one hook after the other. */
public final class HookRehearsal {

  private static final ClassLoader JDK = ClassLoader.getPlatformClassLoader();

  private final ClassPath classPath;
  private final List<Part> parts = new ArrayList<>();

  private HookRehearsal(HotfixConfiguration configuration, ClassPath classPath) {
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
   * @throws IOException if a class file cannot be read
   */
  public static List<HookResult> of(HotfixConfiguration configuration, ClassPath classPath)
      throws IOException {
    HookRehearsal rehearsal = new HookRehearsal(configuration, classPath);
    rehearsal.showApplication();
    rehearsal.showJdk();
    List<HookResult> results = new ArrayList<>();
    for (Part part : rehearsal.parts) {
      results.add(new HookResult(part.name, part.rule, rehearsal.fates(part)));
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
    parts.add(new Part(name, rule, new Rehearsal(only, said::add), said));
  }

  private void showApplication() throws IOException {
    for (String className : classPath.classNames()) {
      ClassLoader loader = classPath.loader(className);
      byte[] bytes = null;
      for (Part part : parts) {
        if (loader != null && part.mayConcern(className)) {
          bytes = bytes == null ? classPath.read(className) : bytes;
          part.show(className, loader, bytes);
        }
      }
    }
  }

  private void showJdk() throws IOException {
    for (Part part : parts) {
      for (String className : part.rehearsal.classNames()) {
        if (classPath.loader(className) == null) {
          part.show(className, JDK, ofJdk(className));
        }
      }
    }
  }

  private static byte @Nullable [] ofJdk(String className) throws IOException {
    try (InputStream stream = JDK.getResourceAsStream(className + ".class")) {
      return stream == null ? null : stream.readAllBytes();
    }
  }

  private List<HookFate> fates(Part part) {
    List<HookFate> fates = new ArrayList<>();
    for (Entry entry : part.said) {
      HookFate fate = HookFate.of(entry);
      if (fate != null) {
        fates.add(fate);
      }
    }
    for (String absent : part.absent) {
      String why = NearestClass.instead(absent, classPath.classNames());
      fates.add(new HookFate(Kind.ABSENT, absent.replace('/', '.'), null, null, why));
    }
    return fates;
  }

  private record Part(
      String name,
      @Nullable RuleConfiguration rule,
      Rehearsal rehearsal,
      List<Entry> said,
      List<String> absent) {

    Part(String name, @Nullable RuleConfiguration rule, Rehearsal rehearsal, List<Entry> said) {
      this(name, rule, rehearsal, said, new ArrayList<>());
    }

    /** A rule may be on an interface that any class implements. */
    boolean mayConcern(String className) {
      return rule != null || rehearsal.classNames().contains(className);
    }

    void show(String className, ClassLoader loader, byte @Nullable [] bytes) {
      if (bytes == null) {
        absent.add(className);
      } else {
        rehearsal.show(className, loader, bytes);
      }
    }
  }
}
