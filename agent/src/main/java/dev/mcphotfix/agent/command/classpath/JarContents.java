package dev.mcphotfix.agent.command.classpath;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** What jars and folders have in them that matters here, by its name. */
public final class JarContents {

  private static final List<String> ARCHIVES = List.of(".jar", ".war", ".ear", ".rar", ".zip");
  private static final List<String> ROOTS = List.of("BOOT-INF/classes/", "WEB-INF/classes/");
  private static final String SUFFIX = ".class";

  private JarContents() {}

  /** Whether a file of that name may hold other files. */
  public static boolean isArchive(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ARCHIVES.stream().anyMatch(lower::endsWith);
  }

  /** What the manifest names as the class path, relative to the jar. */
  public static List<String> classPath(JarFile jar) throws IOException {
    Manifest manifest = jar.getManifest();
    String path =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    return path == null ? List.of() : List.of(path.strip().split(" +", -1));
  }

  /** Whether a file of that name holds a class; what other Java releases would see does not. */
  static boolean isClass(String name) {
    return name.endsWith(SUFFIX)
        && !name.endsWith("module-info.class")
        && !name.endsWith("package-info.class")
        && !name.contains("META-INF/versions/");
  }

  /**
   * The internal name of the class in a file; applications that bring their own class loader keep
   * theirs in folders of their own.
   */
  static String className(String file) {
    String name = file.substring(0, file.length() - SUFFIX.length());
    for (String root : ROOTS) {
      int at = name.lastIndexOf(root);
      if (at == 0 || (at > 0 && name.charAt(at - 1) == '/')) {
        return name.substring(at + root.length());
      }
    }
    return name;
  }
}
