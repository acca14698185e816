package dev.mcphotfix.agent.command.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Class files in a jar, at its top and where applications that bring their own class loader keep
 * theirs; as this Java would see them, if there is a version for it.
 */
record JarSource(String name, JarFile jar) implements ClassSource {

  private static final String SUFFIX = ".class";
  private static final List<String> ROOTS = List.of("BOOT-INF/classes/", "WEB-INF/classes/", "");

  @Override
  public List<String> classNames() {
    List<String> names = new ArrayList<>();
    jar.versionedStream()
        .map(JarEntry::getName)
        .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("META-INF/"))
        .forEach(name -> names.add(className(name)));
    return names;
  }

  private static String className(String entry) {
    for (String root : ROOTS) {
      if (entry.startsWith(root)) {
        return entry.substring(root.length(), entry.length() - SUFFIX.length());
      }
    }
    throw new IllegalStateException(entry); // The last root is where every name begins.
  }

  @Override
  public byte @Nullable [] read(String className) throws IOException {
    for (String root : ROOTS) {
      JarEntry entry = jar.getJarEntry(root + className + SUFFIX);
      if (entry != null) {
        try (InputStream stream = jar.getInputStream(entry)) {
          return stream.readAllBytes();
        }
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
