package dev.mcphotfix.agent.command.scan.application;

import dev.mcphotfix.agent.command.classpath.ClassPath;
import dev.mcphotfix.agent.command.classpath.UnreadFiles;
import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.ConstantPool;
import dev.mcphotfix.agent.command.scan.classfile.ShapeReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads all class files twice: first for what their texts say, then for the structure of those that
 * turned out to matter. So only these are kept, however large the application is. Where nothing is
 * known to send the refresh, a third time for what may.
 */
public final class ClassIndex {

  private final ClassPath classPath;
  private final boolean hooks;
  private final UnreadFiles problems;
  private final Progress progress;
  private final Map<String, ClassShape> shapes = new LinkedHashMap<>();
  private final Map<String, Set<HttpLibrary.Use>> libraries = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private long done;

  /**
   * An empty one.
   *
   * @param hooks whether the built-in hooks are to be on
   */
  public ClassIndex(ClassPath classPath, boolean hooks, UnreadFiles problems, Progress progress) {
    this.classPath = classPath;
    this.hooks = hooks;
    this.problems = problems;
    this.progress = progress;
  }

  /** How many classes were read; the same one in several jars counts once, as for the JVM. */
  public int size() {
    return names.size();
  }

  /** Looks through all of the class path. */
  public Application read() {
    forEach(this::first);
    Map<String, RecordType> records = RecordTypes.among(shapes);
    RequestTypes requests = RequestTypes.among(shapes, new ClassFiles(classPath));
    Set<String> handled = new HashSet<>(records.keySet());
    handled.addAll(requests.names());
    Wanted wanted = Wanted.after(shapes.values(), handled);
    forEach((file, bytes, place) -> second(file, bytes, place, wanted));
    Set<String> senders = Wanted.senders(application(records, requests));
    if (!senders.isEmpty()) {
      forEach((file, bytes, place) -> third(file, place, senders));
    }
    return application(records, requests);
  }

  private Application application(Map<String, RecordType> records, RequestTypes requests) {
    return new Application(shapes, records, requests, libraries, hooks, new ClassFiles(classPath));
  }

  private interface Step {
    void read(ClassReader file, byte[] bytes, String place);
  }

  private void forEach(Step step) {
    long size = classPath.size();
    long end = Math.min(done + size, 2 * size);
    classPath.forEach(
        (place, bytes) -> {
          visit(place, bytes, step);
          done++;
          progress.reached(Math.min(done, end), 2 * size);
        });
    done = end;
    progress.reached(done, 2 * size);
  }

  private void visit(String place, byte[] bytes, Step step) {
    try {
      step.read(new ClassReader(bytes), bytes, place);
    } catch (RuntimeException e) {
      problems.add(place, "no class file, a damaged one, or one of a newer Java; left out");
    }
  }

  private void first(ClassReader file, byte[] bytes, String place) {
    String name = file.getClassName();
    if (!names.add(name)) {
      return;
    }
    ConstantPool texts = new ConstantPool(file, bytes);
    if (texts.mentionsTokens()) {
      shapes.put(name, ShapeReader.read(file, place));
    }
    HttpLibrary.@Nullable Use itself = HttpLibrary.of(name);
    if (itself == null) {
      Set<HttpLibrary.Use> used = new LinkedHashSet<>();
      texts.forEachClass(other -> add(HttpLibrary.of(other), used));
      if (!used.isEmpty()) {
        libraries.put(name, used);
      }
    }
  }

  private static void add(HttpLibrary.@Nullable Use use, Set<HttpLibrary.Use> used) {
    if (use != null) {
      used.add(use);
    }
  }

  private void second(ClassReader file, byte[] bytes, String place, Wanted wanted) {
    String name = file.getClassName();
    if (!shapes.containsKey(name) && isWanted(file, bytes, wanted)) {
      shapes.put(name, ShapeReader.read(file, place));
    }
  }

  private void third(ClassReader file, String place, Set<String> names) {
    if (names.remove(file.getClassName())) {
      shapes.put(file.getClassName(), ShapeReader.read(file, place));
    }
  }

  private static boolean isWanted(ClassReader file, byte[] bytes, Wanted wanted) {
    Predicate<String> called = wanted.called()::contains;
    if (called.test(file.getClassName()) || called.test(file.getSuperName())) {
      return true;
    }
    for (String implemented : file.getInterfaces()) {
      if (called.test(implemented)) {
        return true;
      }
    }
    return new ConstantPool(file, bytes).mentionsClass(wanted.mentioned());
  }
}
