package dev.mcphotfix.testapp;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * A system class loader of a host's own, for {@code -Djava.system.class.loader}. It loads one class
 * at a time, under its own lock, as it does not say that it is parallel capable.
 */
public final class OneLockLoader extends URLClassLoader {

  /** Called by the JVM. */
  public OneLockLoader(ClassLoader standard) throws IOException {
    super(new URL[0], standard.getParent());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      addURL(new File(entry).toURI().toURL());
    }
  }

  /** Called by the JVM for the jar of each agent. */
  void appendToClassPathForInstrumentation(String jar) throws IOException {
    addURL(new File(jar).toURI().toURL());
  }
}
