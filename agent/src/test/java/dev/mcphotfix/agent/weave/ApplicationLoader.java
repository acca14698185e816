package dev.mcphotfix.agent.weave;

import java.net.URL;
import java.net.URLClassLoader;

/** Sees the agent as the loader of an application does, and has classes of a host of its own. */
class ApplicationLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final String host;

  ApplicationLoader(URL classes, String host) {
    super("application", new URL[] {classes}, ClassLoader.getSystemClassLoader());
    this.host = host;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(host)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? findClass(name) : known;
    }
  }

  /** One that keeps the agent from its classes, and perhaps more. */
  static final class Hiding extends ApplicationLoader {

    static {
      registerAsParallelCapable();
    }

    private final String hidden;

    /**
     * @param hidden how the names of what it hides end
     */
    Hiding(URL classes, String host, String hidden) {
      super(classes, host);
      this.hidden = hidden;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.endsWith(hidden)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  /** One that asserts that it is asked for none of the agent's. */
  static final class Asserting extends ApplicationLoader {

    static {
      registerAsParallelCapable();
    }

    Asserting(URL classes, String host) {
      super(classes, host);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.endsWith("Bridge")) {
        throw new AssertionError(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  /** One whose lock another thread may hold. */
  static final class OneAtATime extends ApplicationLoader {

    OneAtATime(URL classes, String host) {
      super(classes, host);
    }
  }
}
