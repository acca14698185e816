package dev.mcphotfix.agent.command.attach.jvm;

import dev.mcphotfix.agent.command.classpath.JarContents;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What a JVM loads classes from: its class path, the jars it holds open, and jars inside its jar.
 */
final class JvmJars {

  static final String AGENT = "mcp-oauth-hotfix";

  /** The class that its manifest names, which no other jar has. */
  private static final String MARK = "dev/mcphotfix/agent/HotfixAgent.class";

  private static final int MOST = 20_000;

  private final TargetFiles files;
  private final Set<String> open;
  private final Set<String> names = new LinkedHashSet<>();

  /**
   * @param said the class path that the JVM itself tells, which it cuts; null where it does not
   * @param open the archives that the process holds open
   */
  JvmJars(TargetFiles files, JavaCommand command, @Nullable String said, Set<String> open) {
    this.files = files;
    this.open = open;
    String path = command.classPath() == null ? said : command.classPath();
    if (command.isJar() && command.main() != null) {
      names.add(command.main());
      addInside(command.main());
    } else if (path != null) {
      names.addAll(entries(path));
    }
    names.addAll(open);
  }

  static List<String> entries(String classPath) {
    return List.of(classPath.split(File.pathSeparator, -1));
  }

  Set<String> names() {
    return names;
  }

  /** The jars of this agent that are open in it, by what is in them, and without their folders. */
  Set<String> agents() {
    Set<String> agents = new LinkedHashSet<>();
    for (String jar : open) {
      String name = JavaCommand.fileName(jar);
      if (name.startsWith(AGENT) || isAgent(jar)) {
        agents.add(name);
      }
    }
    return agents;
  }

  /** Only the list of its entries is read, and nothing of the process is touched. */
  private boolean isAgent(String name) {
    Path file = files.find(name);
    if (file == null || !Files.isRegularFile(file)) {
      return false;
    }
    try (ZipFile jar = new ZipFile(file.toFile())) {
      return jar.getEntry(MARK) != null;
    } catch (IOException | RuntimeException notReadable) {
      return false;
    }
  }

  private void addInside(String name) {
    Path file = files.find(name);
    if (file == null) {
      return;
    }
    try (JarFile jar = new JarFile(file.toFile(), false)) {
      names.addAll(JarContents.classPath(jar));
      jar.stream()
          .limit(MOST)
          .map(ZipEntry::getName)
          .filter(JarContents::isArchive)
          .forEach(names::add);
      if (jar.getEntry("io/modelcontextprotocol/") != null) {
        names.add("io/modelcontextprotocol/ in " + JavaCommand.fileName(name));
      }
    } catch (IOException | RuntimeException notReadable) {
      return;
    }
  }
}
