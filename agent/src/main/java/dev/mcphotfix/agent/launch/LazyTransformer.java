package dev.mcphotfix.agent.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks a name up for each class that is loaded; wakes the agent when one of the built-in hooks'
 * classes is met, and hands that class and all later ones to it.
 */
final class LazyTransformer implements ClassFileTransformer, Predicate<Class<?>> {

  private final @Nullable String arguments;
  private final PrintStream stderr;
  private final Set<String> classNames = BuiltInHooks.allClassNames();
  private volatile @Nullable ClassFileTransformer agent;
  private boolean installed;

  /**
   * @param stderr the host's stream as it was at the start, before the host could replace it
   */
  LazyTransformer(@Nullable String arguments, PrintStream stderr) {
    this.arguments = arguments;
    this.stderr = stderr;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Runs on any thread of the host, inside its class loading. Never throws; null leaves the
   * class as it is.
   */
  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    ClassFileTransformer woken = agent;
    if (className == null || (woken == null && !classNames.contains(className))) {
      return null;
    }
    try {
      woken = woken == null ? agent() : woken;
      return woken == null
          ? null
          : woken.transform(loader, className, redefined, domain, classFile);
    } catch (Throwable failure) {
      stderr.println("mcp-hotfix WARN  not installed; the host runs on, unpatched: " + failure);
      return null;
    }
  }

  /** Whether a class that is loaded already is one of those. */
  @Override
  public boolean test(Class<?> type) {
    return classNames.contains(type.getName().replace('.', '/'));
  }

  /** Wakes the agent; null where it has nothing to weave, which it has told. */
  static @Nullable ClassFileTransformer wake(@Nullable String arguments, PrintStream stderr)
      throws IOException, ReflectiveOperationException {
    Method install =
        Class.forName("dev.mcphotfix.agent.startup.Startup", true, AgentClassLoader.open())
            .getMethod("install", String.class, PrintStream.class);
    try {
      return (ClassFileTransformer) install.invoke(null, arguments, stderr);
    } catch (InvocationTargetException e) {
      throw new IOException(e.getCause()); // Whose text is that of the cause.
    }
  }

  private synchronized @Nullable ClassFileTransformer agent()
      throws IOException, ReflectiveOperationException {
    if (!installed) {
      installed = true;
      agent = wake(arguments, stderr);
    }
    return agent;
  }
}
