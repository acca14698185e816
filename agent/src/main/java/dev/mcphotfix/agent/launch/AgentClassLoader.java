package dev.mcphotfix.agent.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Defines the agent's classes from the nested jar, where no host can see them, and where their
 * number costs nothing until one is needed.
 */
final class AgentClassLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String NESTED_JAR = "/dev/mcphotfix/agent.jar";

  private final NestedJar jar;
  private final ProtectionDomain domain;

  private AgentClassLoader(NestedJar jar) {
    super("mcp-hotfix", AgentClassLoader.class.getClassLoader());
    this.jar = jar;
    this.domain = AgentClassLoader.class.getProtectionDomain();
  }

  /** The loader of all that the launch itself does not need; its own where there is no jar. */
  static ClassLoader open() throws IOException {
    try (InputStream nested = AgentClassLoader.class.getResourceAsStream(NESTED_JAR)) {
      return nested == null
          ? AgentClassLoader.class.getClassLoader()
          : new AgentClassLoader(new NestedJar(nested.readAllBytes()));
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = jar.read(name.replace('.', '/').concat(".class"));
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, classFile, 0, classFile.length, domain);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] content = jar.read(name);
    return content == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(content);
  }
}
