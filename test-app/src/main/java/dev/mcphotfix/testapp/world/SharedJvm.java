package dev.mcphotfix.testapp.world;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs several hosts in one JVM, one after the other: {@code SharedJvm HOST-CLASS CLASS-PATH
 * ARGUMENTS ...}, three for each, the arguments with commas between them. The first is on the class
 * path of the JVM; any other gets a class loader that shares nothing with it, as in an application
 * server. Prints {@link #END} behind what each of them prints.
 */
public final class SharedJvm {

  /** The line behind what one host has done. */
  public static final String END = "--";

  private SharedJvm() {}

  public static void main(String[] arguments) throws Exception {
    for (int i = 0; i < arguments.length; i += 3) {
      ClassLoader loader = loader(i, arguments);
      Thread.currentThread().setContextClassLoader(loader);
      Object own = arguments[i + 2].split(",", -1);
      loader.loadClass(arguments[i]).getMethod("run", String[].class).invoke(null, own);
      System.out.println(END);
    }
    System.exit(0); // Some libraries leave threads behind.
  }

  /** Of the host whose class is this argument. */
  static ClassLoader loader(int index, String[] arguments) throws Exception {
    return index == 0 ? ClassLoader.getSystemClassLoader() : loader(arguments[index + 1]);
  }

  private static ClassLoader loader(String classPath) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      urls.add(new File(entry).toURI().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
