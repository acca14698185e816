package dev.mcphotfix.agent.command.classpath;

import dev.mcphotfix.agent.command.classpath.Budget.TooLargeException;
import dev.mcphotfix.agent.command.terminal.FileFailure;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Finds the classes of one jar and of the jars inside it. These are copied to temporary files,
 * since the JDK opens jars only in files of their own; they are gone when they are closed.
 */
record JarWalk(List<ClassSource> sources, UnreadFiles unread, Budget budget) {

  private static final int DEEPEST = 4;

  /** Adds the jar, to be closed by who has the sources, and what is inside it. */
  JarFile add(File file) throws IOException {
    JarFile jar = open(file, ZipFile.OPEN_READ);
    add(jar, file.getPath(), 1);
    return jar;
  }

  private void add(JarFile jar, String name, int depth) throws TooLargeException {
    List<String> classes = new ArrayList<>();
    List<JarEntry> archives = new ArrayList<>();
    sources.add(new ClassSource(name, classes, jar, budget));
    for (JarEntry entry : (Iterable<JarEntry>) jar.versionedStream()::iterator) {
      budget.entry();
      if (JarContents.isClass(entry.getName())) {
        classes.add(entry.getName());
      } else if (JarContents.isArchive(entry.getName())) {
        archives.add(entry);
      }
    }
    for (JarEntry entry : archives) {
      addInner(jar, entry, name + "!/" + entry.getName(), depth);
    }
  }

  private void addInner(JarFile outer, JarEntry entry, String name, int depth)
      throws TooLargeException {
    if (depth > DEEPEST) {
      unread.add(name, "more than " + DEEPEST + " archives deep; left out");
      return;
    }
    try {
      add(unpacked(outer, entry), name, depth + 1);
    } catch (TooLargeException e) {
      throw e;
    } catch (ZipException e) {
      unread.add(name, "no jar, or an empty or damaged one; left out");
    } catch (IOException | IllegalArgumentException e) {
      unread.add(name, "cannot be unpacked, " + FileFailure.words(e) + "; left out");
    }
  }

  private JarFile unpacked(JarFile outer, JarEntry entry) throws IOException {
    Path copy = Files.createTempFile("mcp-hotfix", ".jar");
    try (InputStream stream = budget.counted(outer.getInputStream(entry))) {
      Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
      return open(copy.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
    } catch (IOException | IllegalArgumentException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  private static JarFile open(File file, int mode) throws IOException {
    return new JarFile(file, false, mode, Runtime.version());
  }
}
