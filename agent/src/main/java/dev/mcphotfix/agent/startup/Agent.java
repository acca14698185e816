package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.bridge.Bridge;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.WitnessTime;
import dev.mcphotfix.agent.control.Commands;
import dev.mcphotfix.agent.hook.HookDispatcher;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.host.ModuleAccess;
import dev.mcphotfix.agent.launch.Installation;
import dev.mcphotfix.agent.log.LogMemory;
import dev.mcphotfix.agent.weave.HookTransformer;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The agent in a JVM, from the moment in which it is needed until it is detached: the launch shows
 * it classes and hands it commands.
 *
 * <p>Felt by the host's start where a file has to be read: what commands need is loaded when there
 * is one.
 */
final class Agent
    implements ClassFileTransformer,
        Predicate<Class<?>>,
        Consumer<String>,
        HookDispatcher.FailureReport {

  /** The system property by which those who look from outside see that the agent is in. */
  private static final String MODE = "mcp-hotfix.mode";

  private final Installation installation;
  private final long since = System.currentTimeMillis();
  private final LogMemory memory = new LogMemory();
  private final HookDispatcher dispatcher = new HookDispatcher(this);
  private final BuiltInSites builtIn = new BuiltInSites();
  private volatile @Nullable Generation generation;
  private @Nullable Commands commands;
  private @Nullable WitnessLimit limit;

  Agent(Installation installation) {
    this.installation = installation;
    ModuleAccess.openBy(installation.instrumentation());
  }

  Installation installation() {
    return installation;
  }

  /** Milliseconds since the epoch. */
  long since() {
    return since;
  }

  LogMemory memory() {
    return memory;
  }

  HookDispatcher dispatcher() {
    return dispatcher;
  }

  /** What holds now; null where it was detached. */
  @Nullable Generation generation() {
    return generation;
  }

  /** From now on classes that are shown to it are woven as this configuration asks for. */
  Generation begin(@Nullable String arguments, HotfixConfiguration configuration) {
    Generation last = generation;
    int number = last == null ? 1 : last.number() + 1;
    HookServices services =
        new HookServices(configuration, this, last == null ? null : last.services().madeExaminer());
    String prefix = number == 1 ? "" : Integer.toString(number).concat(":");
    HookCatalogue catalogue = new HookCatalogue(services, dispatcher, prefix, builtIn);
    Generation next =
        new Generation(number, arguments, services, catalogue, new HookTransformer(catalogue));
    generation = next;
    limit(configuration.witness().value());
    Bridge.connect(dispatcher);
    System.setProperty(MODE, configuration.mode().value().text());
    return next;
  }

  /** From now on classes that are shown to it stay, or become again, what they are. */
  void end() {
    generation = null;
    limit(WitnessTime.OFF);
    System.clearProperty(MODE);
  }

  private void limit(WitnessTime time) {
    if (limit != null) {
      limit.cancel();
    }
    limit = time.isLimited() ? new WitnessLimit(this, time.seconds()) : null;
    if (!installation.isAttached()) {
      startLimit();
    }
  }

  private void startLimit() {
    if (limit != null) {
      limit.start();
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    byte[] woven = null;
    Generation current = generation;
    HookTransformer used = null;
    // A reload meanwhile does not see a class that is still being defined.
    while (current != null && current.transformer() != used) {
      used = current.transformer();
      woven = used.transform(module, loader, className, redefined, domain, classFile);
      current = generation;
    }
    return current == null ? null : woven;
  }

  @Override
  public boolean test(Class<?> type) {
    Generation current = generation;
    return current != null && current.transformer().test(type);
  }

  /**
   * Carries out a command. The time of a witness begins when it has been woven and that is said, as
   * does what is asked of the network where the host was running before.
   */
  @Override
  public void accept(String command) {
    commands().carryOut(command);
    startLimit();
    Generation current = generation;
    if (current != null && installation.isAttached()) {
      current.services().lookAhead();
    }
  }

  synchronized Commands commands() {
    if (commands == null) {
      commands = new Commands(new AgentControl(this));
    }
    return commands;
  }

  @Override
  public void failed(HookPoint point, Throwable failure, boolean last) {
    Generation current = generation;
    if (current != null) {
      current.services().failed(point, failure, last);
    }
  }
}
