package dev.mcphotfix.agent.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Defines the agent's classes from the nested jar, where no host can see them, and where their
 * number costs nothing until one is needed.
 *
 * <p>It never asks the system class loader, which would look for each of them in every jar of the
 * host, and whose lock another thread may hold that waits for the agent in its class loading.
 */
final class AgentClassLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String NESTED_JAR = "dev/mcphotfix/agent.jar";

  /** Byte Buddy without its ASM, opened when a class needs it. */
  private static final String ADVICE_JAR = "dev/mcphotfix/advice.jar";

  private static final String ADVICE = "dev/mcphotfix/shaded/bytebuddy/";

  /** The agent's classes, and those of its libraries. */
  private static final String OWN = "dev.mcphotfix.";

  /** What both sides name has to be one class: that of the launch. */
  private static final String[] SHARED = {
    "dev.mcphotfix.agent.bridge.", "dev.mcphotfix.agent.launch."
  };

  private final boolean isOutermost;
  private final NestedJar jar;
  private final ProtectionDomain domain;
  private @Nullable NestedJar advice;

  private AgentClassLoader(NestedJar jar, ClassLoader parent) {
    super("mcp-hotfix", parent);
    this.isOutermost = parent == ClassLoader.getPlatformClassLoader();
    this.jar = jar;
    this.domain = AgentClassLoader.class.getProtectionDomain();
  }

  /** The loader of all that the launch itself does not need; its own where there is no jar. */
  static ClassLoader open() throws IOException {
    NestedJar nested = NestedJar.open(NESTED_JAR);
    return nested == null
        ? AgentClassLoader.class.getClassLoader()
        : new AgentClassLoader(nested, ClassLoader.getPlatformClassLoader());
  }

  /** The loader of what is in a nested jar and refers to what the parent loads. */
  static ClassLoader below(ClassLoader parent, InputStream jar) throws IOException {
    return new AgentClassLoader(new NestedJar(jar.readAllBytes()), parent);
  }

  /**
   * The parent is asked for what is in no nested jar only: it would answer with an exception for
   * each class of the agent's, while a request of the host waits.
   */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!isOutermost || !name.startsWith(OWN)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    for (String prefix : SHARED) {
      if (name.startsWith(prefix)) {
        return Class.forName(name, false, AgentClassLoader.class.getClassLoader());
      }
    }
    byte[] classFile = content(name.replace('.', '/').concat(".class"));
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, classFile, 0, classFile.length, domain);
  }

  /** Null also where the agent's jar can no longer be read. */
  private byte @Nullable [] content(String name) {
    byte[] content = jar.read(name);
    if (content != null || !name.startsWith(ADVICE)) {
      return content;
    }
    NestedJar opened = advice();
    return opened == null ? null : opened.read(name);
  }

  private synchronized @Nullable NestedJar advice() {
    if (advice == null) {
      try {
        advice = NestedJar.open(ADVICE_JAR);
      } catch (IOException unreadable) {
        return null;
      }
    }
    return advice;
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] content = content(name);
    return content == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(content);
  }
}
