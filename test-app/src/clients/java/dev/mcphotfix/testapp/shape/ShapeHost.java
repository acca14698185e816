package dev.mcphotfix.testapp.shape;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs {@link ShapeRun} in a class loader of its own, as a plugin of a larger host is: {@code
 * ShapeHost LIBRARIES}, a file with the path of a jar on each line. None of them is on the system
 * class path.
 */
public final class ShapeHost {

  private ShapeHost() {}

  public static void main(String[] arguments) throws Exception {
    List<URL> classPath = new ArrayList<>();
    for (String jar : Files.readAllLines(Path.of(arguments[0]))) {
      classPath.add(Path.of(jar).toUri().toURL());
    }
    classPath.add(ShapeHost.class.getProtectionDomain().getCodeSource().getLocation());
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader plugin =
        new URLClassLoader("plugin", classPath.toArray(URL[]::new), platform)) {
      Thread.currentThread().setContextClassLoader(plugin);
      plugin.loadClass(ShapeRun.class.getName()).getMethod("run").invoke(null);
    }
  }
}
