package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.Mode;
import dev.mcphotfix.agent.config.rule.Patch;
import dev.mcphotfix.agent.config.rule.RuleConfiguration;
import dev.mcphotfix.agent.hook.HookDispatcher;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.weave.WantedHooks;
import dev.mcphotfix.agent.witness.Witness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hooks that the configuration asks for: built-in ones by their names, rules as they are
 * declared. The handler of a hook is made when a class that it names is met first.
 */
final class HookCatalogue implements WantedHooks {

  private final HookServices services;
  private final HookDispatcher dispatcher;
  private final String keyPrefix;
  private final BuiltInSites builtIn;
  private final Map<String, List<Site>> known = new HashMap<>();
  private @Nullable Witness witness;

  /**
   * @param keyPrefix of the keys of rules: what is under way in a method that was woven for another
   *     configuration must never reach a rule of this one
   * @param builtIn the sites of HTTP libraries, which stay the same: a request that is under way
   *     may pass several of them
   */
  HookCatalogue(
      HookServices services, HookDispatcher dispatcher, String keyPrefix, BuiltInSites builtIn) {
    this.services = services;
    this.dispatcher = dispatcher;
    this.keyPrefix = keyPrefix;
    this.builtIn = builtIn;
  }

  @Override
  public Set<String> classNames() {
    Set<String> names = new HashSet<>();
    for (String stack : stacks()) {
      for (String prefix : prefixes()) {
        names.addAll(classNames(stack, prefix));
      }
    }
    for (RuleConfiguration rule : rules()) {
      names.add(internalName(rule));
    }
    names.addAll(witnessed());
    return names;
  }

  /** None where no hook is wanted, and where a rule sees requests: it may be the remedy. */
  @Override
  public Map<String, String> unhookedClients() {
    if (services.configuration().mode().value() == Mode.OFF) {
      return Map.of();
    }
    for (RuleConfiguration rule : rules()) {
      if (rule.patch() == Patch.TOKEN_REQUEST) {
        return Map.of();
      }
    }
    return BuiltInHooks.unhookedClients();
  }

  @Override
  public List<MethodName> inheritedMethods() {
    List<MethodName> names = new ArrayList<>();
    for (RuleConfiguration rule : rules()) {
      if (!rule.point().methodName().equals("<init>")) {
        names.add(new MethodName(internalName(rule), rule.point().methodName()));
      }
    }
    return names;
  }

  @Override
  public synchronized List<Site> sites(String className) {
    List<Site> sites = known.get(className);
    if (sites == null) {
      sites = make(className);
      for (Site site : sites) {
        dispatcher.register(site);
      }
      services.log();
      dispatcher.observe(services.observer());
      known.put(className, sites);
    }
    return sites;
  }

  /** The names of all hooks, built in ones first. */
  List<String> hooks() {
    List<String> names = new ArrayList<>(stacks());
    for (RuleConfiguration rule : rules()) {
      names.add(rule.name());
    }
    if (!witnessed().isEmpty()) {
      names.add(Witness.HOOK);
    }
    return names;
  }

  /** The keys of the sites whose class was met. */
  synchronized Set<String> keys() {
    Set<String> keys = new HashSet<>();
    for (List<Site> sites : known.values()) {
      for (Site site : sites) {
        keys.add(site.key());
      }
    }
    return keys;
  }

  /**
   * Has what the other one has met handled here, too: a class may still be being defined as it was
   * woven for that, and be loaded when all others have been woven again.
   */
  void follow(HookCatalogue other) {
    for (String className : other.met()) {
      sites(className);
    }
  }

  private synchronized List<String> met() {
    return new ArrayList<>(known.keySet());
  }

  @Override
  public HookDispatcher dispatcher() {
    return dispatcher;
  }

  @Override
  public AgentLog log() {
    return services.log();
  }

  private List<Site> make(String className) {
    Map<String, Site> sites = new LinkedHashMap<>();
    for (String stack : stacks()) {
      for (String prefix : prefixes()) {
        if (classNames(stack, prefix).contains(className)) {
          String adapter = BuiltInHooks.adapter(stack);
          List<Site> all = builtIn.of(adapter, prefix, hooks(adapter), services.examiner());
          addNamed(className, all, sites);
        }
      }
    }
    for (int i = 0; i < rules().size(); i++) {
      if (internalName(rules().get(i)).equals(className)) {
        String key = keyPrefix + "rule#" + i; // Two rules may have one name.
        sites.put(key, RuleSites.site(rules().get(i), key, services));
      }
    }
    if (witnessed().contains(className)) {
      for (String prefix : prefixes()) {
        addNamed(className, BuiltInSites.moved(witness().sites(), prefix), sites);
      }
    }
    return new ArrayList<>(sites.values());
  }

  /** One for all its places, since some requests are put together from several writes. */
  private Witness witness() {
    if (witness == null) {
      witness = new Witness(services.examiner().leaving(), stacks(), services.log());
    }
    return witness;
  }

  /** Internal names of the classes that the witness looks into, where it is wanted. */
  private Set<String> witnessed() {
    Set<String> names = new HashSet<>();
    if (services.configuration().witness().value().isOn()) {
      for (String prefix : prefixes()) {
        for (String name : Witness.classNames()) {
          names.add(prefix.concat(name).replace('.', '/'));
        }
      }
    }
    return names;
  }

  /** Internal names of the classes that a built-in hook weaves in the copy below the prefix. */
  private static List<String> classNames(String stack, String prefix) {
    List<String> names = new ArrayList<>();
    for (String name : BuiltInHooks.classNames(stack)) {
      names.add(prefix.replace('.', '/').concat(name));
    }
    return names;
  }

  private List<String> hooks(String adapter) {
    List<String> hooks = new ArrayList<>();
    for (String stack : stacks()) {
      if (BuiltInHooks.adapter(stack).equals(adapter)) {
        hooks.add(stack);
      }
    }
    return hooks;
  }

  /** Hooks of one adapter have the same sites. */
  private static void addNamed(String className, List<Site> all, Map<String, Site> sites) {
    for (Site site : all) {
      if (site.point().className().replace('.', '/').equals(className)) {
        sites.put(site.key(), site);
      }
    }
  }

  private List<String> stacks() {
    return services.configuration().http().value();
  }

  /** What stands before the names of a library's packages: nothing, or the prefix of a copy. */
  private List<String> prefixes() {
    List<String> prefixes = new ArrayList<>();
    prefixes.add("");
    for (String relocated : services.configuration().relocated().value()) {
      prefixes.add(relocated.concat("."));
    }
    return prefixes;
  }

  private List<RuleConfiguration> rules() {
    return services.configuration().rules();
  }

  private static String internalName(RuleConfiguration rule) {
    return rule.point().className().replace('.', '/');
  }
}
