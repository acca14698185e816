package dev.mcphotfix.agent.launch;

import dev.mcphotfix.agent.bridge.Bridge;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import org.jspecify.annotations.Nullable;

/**
 * Installs the agent before the host's main class runs.
 *
 * <p>The host waits for this, and nearly all that it costs is the number of classes that are
 * loaded. Where the options name no file, only the names of the classes to weave are needed at
 * once, and the options are read when one of these classes is met. So it is with a file, which is
 * read beside the host.
 *
 * <p>No lambdas, no string concatenation, no streams here: the first of each in a JVM costs more
 * than all else. Whatever goes wrong is a line on stderr, and the host runs on, unpatched.
 */
public final class Launch {

  /** How many classes the launch itself has loaded at most, when nothing had to be read. */
  private static final int OWN_CLASSES = 8;

  private Launch() {}

  /**
   * Called before the host's main class runs. Never throws.
   *
   * @param arguments the text after {@code -javaagent:JAR=}, or null
   */
  public static void start(@Nullable String arguments, Instrumentation instrumentation) {
    try {
      if (isJdkTool()) {
        return;
      }
      if (Bridge.claim()) {
        claimed(arguments, instrumentation);
      } else {
        System.err.println(
            "mcp-hotfix WARN  is installed already and stays as it is; give it once");
      }
    } catch (Throwable failure) {
      System.err.println("mcp-hotfix WARN  not installed; the host runs on, unpatched: " + failure);
    }
  }

  private static void claimed(@Nullable String arguments, Instrumentation instrumentation)
      throws Exception {
    boolean canWait = canWait();
    boolean plain = canWait && PlainOptions.areEnough(arguments);
    RuleNames beside =
        canWait && !plain && hasTwoProcessors() ? FileOptions.beside(arguments) : null;
    Installation installation =
        new Installation(arguments, instrumentation, System.err, false, beside);
    install(installation, plain || beside != null);
    if (beside != null) {
      readBeside(installation);
    }
  }

  private static boolean hasTwoProcessors() {
    return Runtime.getRuntime().availableProcessors() > 1;
  }

  private static void readBeside(Installation installation) {
    Thread thread = new Thread(null, installation, "mcp-hotfix-start", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  /** False where the agent has nothing to weave. */
  static boolean install(Installation installation, boolean canWait) throws Exception {
    if (!canWait && installation.wake() == null) {
      return false;
    }
    Bridge.listen(installation);
    installation.instrumentation().addTransformer(installation, true);
    sweep(installation);
    return true;
  }

  /**
   * Whether the agent can be woken later, inside the host's class loading. With a system class
   * loader of the host's own that loads one class at a time, the thread that wakes the agent would
   * need that loader's lock, which another thread may hold that waits for the agent.
   */
  private static boolean canWait() {
    return ClassLoader.getSystemClassLoader().isRegisteredAsParallelCapable();
  }

  /**
   * Shows the transformer what was loaded before it was added: from an AOT cache, for another
   * agent, or by a host that has been running for a while.
   */
  private static void sweep(Installation installation) throws Exception {
    Instrumentation instrumentation = installation.instrumentation();
    Class<?>[] loaded = instrumentation.getAllLoadedClasses();
    if (isBare(loaded)) {
      return;
    }
    installation.readRules();
    for (Class<?> type : loaded) {
      if (installation.test(type) && instrumentation.isModifiableClass(type)) {
        retransform(type, instrumentation);
      }
    }
  }

  /**
   * Shows a loaded class to all transformers once more, from its original class file. One that
   * cannot be changed does not keep the others from it.
   */
  public static void retransform(Class<?> type, Instrumentation instrumentation) {
    try {
      instrumentation.retransformClasses(type);
    } catch (UnmodifiableClassException | RuntimeException | LinkageError failure) {
      System.err.println("mcp-hotfix WARN  " + type.getName() + " stays as it is: " + failure);
    }
  }

  /**
   * Whether there are only the classes with which each JVM starts, and ours. To ask a class for its
   * name costs the JVM two microseconds the first time, and there are a thousand.
   */
  private static boolean isBare(Class<?>[] loaded) {
    int others = 0;
    for (Class<?> type : loaded) {
      if (type.getClassLoader() != null) {
        others++;
      }
    }
    return others <= OWN_CLASSES;
  }

  /**
   * {@code JAVA_TOOL_OPTIONS} reaches {@code keytool}, {@code jps}, {@code javac} and the like too,
   * which have nothing to be healed. The JVM names the module of the main class before it starts
   * agents.
   */
  static boolean isJdkTool() {
    String module = System.getProperty("jdk.module.main");
    return module != null && (module.startsWith("jdk.") || module.startsWith("java."));
  }
}
