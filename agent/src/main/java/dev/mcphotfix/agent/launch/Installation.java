package dev.mcphotfix.agent.launch;

import dev.mcphotfix.agent.bridge.Bridge;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The agent as the JVM knows it, in one JVM from its start or attachment until it is detached:
 * looks a name up for each class that is loaded, wakes the rest of the agent when a class of one of
 * the built-in hooks is met, or one that a rule may mean whose file is still to be read, and hands
 * that class and all later ones to it.
 */
public final class Installation
    implements ClassFileTransformer, Predicate<Class<?>>, Consumer<String>, Runnable {

  /** In milliseconds, for who needs what another thread is reading. */
  private static final long LONGEST_WAIT = 5_000;

  private final @Nullable String arguments;
  private final Instrumentation instrumentation;
  private final PrintStream stderr;
  private final boolean attached;
  private final @Nullable RuleNames rules;
  private final Set<String> classNames = BuiltInHooks.allClassNames();
  private volatile @Nullable ClassFileTransformer agent;
  private final ReentrantLock waking = new ReentrantLock();
  private boolean woken;

  /**
   * @param stderr the host's stream as it was at the start, before the host could replace it
   * @param rules what the rules name in a file that is yet to be read; null where there is none
   */
  Installation(
      @Nullable String arguments,
      Instrumentation instrumentation,
      PrintStream stderr,
      boolean attached,
      @Nullable RuleNames rules) {
    this.arguments = arguments;
    this.instrumentation = instrumentation;
    this.stderr = stderr;
    this.attached = attached;
    this.rules = rules;
  }

  /** The one to which the transformer was added, and so the only one that can remove it. */
  public Instrumentation instrumentation() {
    return instrumentation;
  }

  /** The host's stream as it was at the start, before the host could replace it. */
  public PrintStream stderr() {
    return stderr;
  }

  /** Whether the JVM was running when the agent came. */
  public boolean isAttached() {
    return attached;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Runs on any thread of the host, inside its class loading. Never throws; null leaves the
   * class as it is.
   */
  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    ClassFileTransformer known = agent;
    if (className == null || (known == null && !mayMatter(loader, className, classFile))) {
      return null;
    }
    try {
      known = known == null ? wake() : known;
      return known == null
          ? null
          : known.transform(module, loader, className, redefined, domain, classFile);
    } catch (Throwable failure) {
      stderr.println("mcp-hotfix WARN  not installed; the host runs on, unpatched: " + failure);
      return null;
    }
  }

  private boolean mayMatter(@Nullable ClassLoader loader, String className, byte[] classFile) {
    return classNames.contains(className)
        || (rules != null && rules.mayMean(loader, className, classFile));
  }

  /** Without them nobody knows whether a class that is loaded already would be woven. */
  void readRules() throws IOException, ReflectiveOperationException {
    if (rules != null && !rules.areNone()) {
      wake();
    }
  }

  /** Whether a class that is loaded already would be woven. */
  @Override
  @SuppressWarnings("unchecked")
  public boolean test(Class<?> type) {
    ClassFileTransformer known = agent;
    return known == null
        ? classNames.contains(type.getName().replace('.', '/'))
        : ((Predicate<Class<?>>) known).test(type);
  }

  /** Has the command carried out, for which the agent has to be awake. */
  @Override
  @SuppressWarnings("unchecked")
  public void accept(String command) {
    try {
      ClassFileTransformer known = wake();
      if (known == null) {
        Attachment.answerNotInstalled(command);
      } else {
        ((Consumer<String>) known).accept(command);
      }
    } catch (IOException | ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Wakes the agent beside the host. */
  @Override
  public void run() {
    try {
      wake();
    } catch (Throwable failure) {
      stderr.println("mcp-hotfix WARN  not installed; the host runs on, unpatched: " + failure);
    }
  }

  /**
   * Wakes the agent, if it is not awake; null where it has nothing to weave, which it has told.
   * Then nothing of it stays, nor after a failure, so that it may be tried again.
   */
  @Nullable ClassFileTransformer wake() throws IOException, ReflectiveOperationException {
    if (!BoundedLock.lock(waking, LONGEST_WAIT)) {
      stderr.println("mcp-hotfix WARN  a class stays as it is: the file takes too long to be read");
      return null;
    }
    try {
      if (!woken) {
        woken = true;
        installOrLeave();
      }
      return agent;
    } finally {
      waking.unlock();
    }
  }

  private void installOrLeave() throws IOException, ReflectiveOperationException {
    try {
      agent = install();
    } finally {
      if (agent == null) {
        instrumentation.removeTransformer(this);
        Bridge.release();
      }
    }
  }

  private @Nullable ClassFileTransformer install()
      throws IOException, ReflectiveOperationException {
    try {
      return (ClassFileTransformer)
          Class.forName("dev.mcphotfix.agent.startup.Startup", true, AgentClassLoader.open())
              .getMethod("install", String.class, Installation.class)
              .invoke(null, arguments, this);
    } catch (InvocationTargetException e) {
      throw new IOException(e.getCause()); // Whose text is that of the cause.
    }
  }
}
