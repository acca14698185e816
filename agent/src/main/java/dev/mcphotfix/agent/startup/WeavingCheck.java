package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.bridge.Bridge;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.hook.HookDispatcher;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.weave.HookTransformer;
import java.util.Set;

/**
 * Shows class files to the agent that the JVM does not load: what it would weave, and why not, it
 * says to a log as ever. For one thread.
 */
public final class WeavingCheck {

  private final HookDispatcher dispatcher;
  private final HookCatalogue catalogue;
  private final HookTransformer transformer;

  public WeavingCheck(HotfixConfiguration configuration, AgentLog log) {
    HookServices services = new HookServices(configuration, log);
    this.dispatcher = new HookDispatcher(services);
    this.catalogue = new HookCatalogue(services, dispatcher, "", new BuiltInSites());
    this.transformer = new HookTransformer(catalogue);
  }

  /** Internal names ({@code com/acme/Store}) of the classes that the hooks name. */
  public Set<String> classNames() {
    return catalogue.classNames();
  }

  /**
   * Does with the class file what the agent does when the JVM loads it.
   *
   * @param className internal name
   * @param loader the log tells its name; asked for the class files of supertypes, never for
   *     classes
   */
  public void show(String className, ClassLoader loader, byte[] classFile) {
    Bridge.connect(dispatcher); // The self-check goes through it.
    try {
      transformer.transform(null, loader, className, null, null, classFile);
    } finally {
      Bridge.connect(null);
    }
  }
}
