package dev.mcphotfix.agent.command.classpath;

import dev.mcphotfix.agent.command.classpath.Budget.TooLargeException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.jar.JarFile;

/**
 * Finds the jars and folders that a file of an application means: a folder's class files and jars,
 * jars inside jars, and what a jar's manifest names as its class path. What is damaged, too deep or
 * too large is told and left out; the rest is found, in an order that only the names decide.
 */
final class ClassPathReader {

  private final UnreadFiles unread;
  private final Supplier<Budget> budgets;
  private final List<ClassSource> sources = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  ClassPathReader(UnreadFiles unread, Supplier<Budget> budgets) {
    this.unread = unread;
    this.budgets = budgets;
  }

  /** All that were found so far. */
  List<ClassSource> sources() {
    return sources;
  }

  /**
   * @throws IOException whose message says that there is no such file, or no jar
   */
  void add(File path) throws IOException {
    if (path.isDirectory()) {
      addFolder(path).forEach(this::addFound);
    } else if (!path.isFile()) {
      throw new IOException("no such file or folder");
    } else if (JarContents.isClass(path.getName())) {
      String folder = path.getAbsoluteFile().getParent();
      sources.add(new ClassSource(folder, List.of(path.getName()), null, budgets.get()));
    } else {
      addJar(path);
    }
  }

  /** The jars of a folder, but not its class files, nor what is in folders below. */
  void addJarsIn(File folder) {
    File[] jars = folder.listFiles(file -> file.isFile() && JarContents.isArchive(file.getName()));
    Arrays.stream(jars == null ? new File[0] : jars).sorted().forEach(this::addFound);
  }

  /** Adds the class files and answers the jars, both with those of the folders below. */
  private List<File> addFolder(File folder) throws IOException {
    List<String> classes = new ArrayList<>();
    List<File> jars = new ArrayList<>();
    sources.add(new ClassSource(folder.getPath(), classes, null, budgets.get()));
    collect(folder, "", classes, jars, new HashSet<>());
    return jars;
  }

  private void collect(
      File folder, String path, List<String> classes, List<File> jars, Set<String> visited)
      throws IOException {
    File[] children = folder.listFiles();
    if (children == null) {
      unread.add(folder.getPath(), "cannot be read; left out");
    } else if (visited.add(folder.getCanonicalPath())) { // A link may lead back to one above.
      Arrays.sort(children);
      for (File child : children) {
        String name = path + child.getName();
        if (child.isDirectory()) {
          collect(child, name + '/', classes, jars, visited);
        } else if (JarContents.isClass(name)) {
          classes.add(name);
        } else if (JarContents.isArchive(name)) {
          jars.add(child);
        }
      }
    }
  }

  /** A jar that nobody named. */
  private void addFound(File file) {
    try {
      addJar(file);
    } catch (IOException e) {
      unread.add(file.getPath(), e.getMessage() + "; left out");
    }
  }

  private void addJar(File file) throws IOException {
    if (!seen.add(file.getCanonicalPath())) {
      return;
    }
    try {
      addClassPath(new JarWalk(sources, unread, budgets.get()).add(file), file);
    } catch (TooLargeException e) {
      unread.add(file.getPath(), String.valueOf(e.getMessage()));
    } catch (IOException | IllegalArgumentException e) {
      String words = file.canRead() ? "no jar, or a damaged one" : "this user may not read it";
      throw new IOException(words, e);
    }
  }

  /** A manifest may name what is not there; the JVM passes over it, too. */
  private void addClassPath(JarFile jar, File file) {
    try {
      for (String entry : JarContents.classPath(jar)) {
        File named = new File(file.toURI().resolve(entry).getPath());
        if (named.isDirectory() && seen.add(named.getCanonicalPath())) {
          addFolder(named);
        } else if (named.isFile()) {
          addFound(named);
        }
      }
    } catch (IOException | RuntimeException e) {
      unread.add(file.getPath(), "has a manifest that cannot be read; its class path is left out");
    }
  }
}
