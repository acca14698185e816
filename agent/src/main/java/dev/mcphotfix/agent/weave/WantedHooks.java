package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.hook.HookDispatcher;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.log.AgentLog;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be woven. Known by class name alone until a class of that name is met; only then is
 * anything built that handles it.
 */
public interface WantedHooks {

  /** Internal names ({@code com/acme/Store}) of the classes that hooks name. */
  Set<String> classNames();

  /**
   * HTTP clients that are to be told when they are met, since no hook covers them, by the internal
   * name of a class of each.
   */
  Map<String, String> unhookedClients();

  /** The names of methods that rules name, for which an implementation elsewhere may be meant. */
  List<MethodName> inheritedMethods();

  /** The sites in the class of that internal name, registered so that their calls are handled. */
  List<Site> sites(String className);

  /** Where the calls of woven code arrive. */
  HookDispatcher dispatcher();

  /** Where the hooks' fates are told. */
  AgentLog log();

  /**
   * A method that a rule names.
   *
   * @param className internal name of the class or interface that the rule names
   */
  record MethodName(String className, String methodName) {}
}
