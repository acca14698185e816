package dev.mcphotfix.testapp;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a host's main class in a class loader that shares nothing with the application class path,
 * as IDEs and application servers do.
 */
final class IsolatedHost {

  private IsolatedHost() {}

  public static void main(String[] arguments) throws Exception {
    List<URL> classPath = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      classPath.add(new File(entry).toURI().toURL());
    }
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader plugin =
        new URLClassLoader("plugin", classPath.toArray(URL[]::new), platform)) {
      Thread.currentThread().setContextClassLoader(plugin);
      Object rest = List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
      plugin.loadClass(arguments[0]).getMethod("main", String[].class).invoke(null, rest);
    }
  }
}
