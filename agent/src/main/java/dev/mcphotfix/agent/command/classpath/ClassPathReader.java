package dev.mcphotfix.agent.command.classpath;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/**
 * Finds the jars and folders that a class path means: {@code folder/*}, a folder with jars in it,
 * what a jar's manifest names as its class path, and jars inside jars. These are copied to
 * temporary files, since the JDK opens jars only in files of their own; they are gone when they are
 * closed.
 */
final class ClassPathReader {

  private static final int DEEPEST = 3;

  private final List<ClassSource> sources = new ArrayList<>();
  private final Set<Path> seen = new LinkedHashSet<>();

  List<ClassSource> read(List<String> paths) throws IOException {
    try {
      for (String list : paths) {
        for (String entry : list.split(File.pathSeparator, -1)) {
          if (!entry.isBlank()) {
            add(entry);
          }
        }
      }
      return sources;
    } catch (IOException e) {
      for (ClassSource source : sources) {
        source.close();
      }
      throw e;
    }
  }

  private void add(String entry) throws IOException {
    boolean all = entry.endsWith("/*") || entry.endsWith(File.separator + "*");
    File file = new File(all ? entry.substring(0, entry.length() - 2) : entry);
    if (file.isDirectory()) {
      if (!all) {
        addFolder(file);
      }
      addJarsIn(file);
    } else if (file.isFile() && !all) {
      addJar(file, true);
    } else {
      throw new IOException(entry + ": no such file or folder; correct the class path");
    }
  }

  private void addFolder(File folder) {
    sources.add(new FolderSource(folder.getPath(), folder.toPath()));
    for (String inside : List.of("BOOT-INF", "WEB-INF")) {
      File classes = new File(new File(folder, inside), "classes");
      if (classes.isDirectory()) {
        sources.add(new FolderSource(classes.getPath(), classes.toPath()));
      }
    }
  }

  private void addJarsIn(File folder) throws IOException {
    for (File place :
        List.of(folder, new File(folder, "BOOT-INF/lib"), new File(folder, "WEB-INF/lib"))) {
      File[] jars = place.listFiles(file -> file.isFile() && isArchive(file.getName()));
      if (jars != null) {
        Arrays.sort(jars);
        for (File jar : jars) {
          addJar(jar, true);
        }
      }
    }
  }

  private void addJar(File file, boolean named) throws IOException {
    if (!named && !file.isFile()) {
      return; // A manifest may name what is not there; the JVM passes over it, too.
    }
    if (seen.add(file.toPath().toAbsolutePath().normalize())) {
      JarFile jar = open(file, file.getPath(), ZipFile.OPEN_READ);
      sources.add(new JarSource(file.getPath(), jar));
      addNested(jar, file.getPath(), 1);
      addManifestClassPath(jar, file);
    }
  }

  private void addManifestClassPath(JarFile jar, File file) throws IOException {
    Manifest manifest = jar.getManifest();
    String classPath =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    if (classPath == null) {
      return;
    }
    for (String entry : classPath.strip().split(" +", -1)) {
      File named = new File(file.toURI().resolve(entry).getPath());
      if (named.isDirectory()) {
        addFolder(named);
      } else {
        addJar(named, false);
      }
    }
  }

  private void addNested(JarFile outer, String name, int depth) throws IOException {
    List<JarEntry> entries = outer.stream().filter(e -> isArchive(e.getName())).toList();
    for (JarEntry entry : depth > DEEPEST ? List.<JarEntry>of() : entries) {
      Path copy = Files.createTempFile("mcp-hotfix", ".jar");
      try (InputStream stream = outer.getInputStream(entry)) {
        Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      String inner = name + "!/" + entry.getName();
      JarFile jar = openAndDelete(copy, inner);
      sources.add(new JarSource(inner, jar));
      addNested(jar, inner, depth + 1);
    }
  }

  private static JarFile openAndDelete(Path copy, String shown) throws IOException {
    try {
      return open(copy.toFile(), shown, ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  private static JarFile open(File file, String shown, int mode) throws IOException {
    try {
      return new JarFile(file, false, mode, Runtime.version());
    } catch (IOException e) {
      throw new IOException(shown + ": no jar, or a damaged one; correct the class path", e);
    }
  }

  private static boolean isArchive(String name) {
    return name.endsWith(".jar") || name.endsWith(".war");
  }
}
