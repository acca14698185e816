package dev.mcphotfix.agent.startup;

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
  private final HookedClasses classes;
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
    this.classes = new HookedClasses(services.configuration());
    this.dispatcher = dispatcher;
    this.keyPrefix = keyPrefix;
    this.builtIn = builtIn;
  }

  @Override
  public Set<String> classNames() {
    return classes.names();
  }

  @Override
  public Map<String, String> unhookedClients() {
    return classes.unhookedClients();
  }

  @Override
  public List<MethodName> inheritedMethods() {
    return classes.inheritedMethods();
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
    return classes.hooks();
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
    addBuiltIn(className, sites);
    addRules(className, sites);
    addWitness(className, sites);
    return new ArrayList<>(sites.values());
  }

  private void addBuiltIn(String className, Map<String, Site> sites) {
    for (String stack : classes.stacks()) {
      for (String prefix : classes.prefixes()) {
        if (HookedClasses.of(stack, prefix).contains(className)) {
          String adapter = BuiltInHooks.adapter(stack);
          List<String> hooks = classes.stacks(adapter);
          addNamed(className, builtIn.of(adapter, prefix, hooks, services.examiner()), sites);
        }
      }
    }
  }

  private void addRules(String className, Map<String, Site> sites) {
    List<RuleConfiguration> rules = services.configuration().rules();
    for (int i = 0; i < rules.size(); i++) {
      if (HookedClasses.of(rules.get(i)).equals(className)) {
        String key = keyPrefix + "rule#" + i; // Two rules may have one name.
        sites.put(key, RuleSites.site(rules.get(i), key, services));
      }
    }
  }

  private void addWitness(String className, Map<String, Site> sites) {
    if (classes.ofWitness().contains(className)) {
      for (String prefix : classes.prefixes()) {
        addNamed(className, BuiltInSites.moved(witness().sites(), prefix), sites);
      }
    }
  }

  /** One for all its places, since some requests are put together from several writes. */
  private Witness witness() {
    if (witness == null) {
      witness = new Witness(services.examiner().leaving(), classes.stacks(), services.log());
    }
    return witness;
  }

  /** Hooks of one adapter have the same sites. */
  private static void addNamed(String className, List<Site> all, Map<String, Site> sites) {
    for (Site site : all) {
      if (site.point().className().replace('.', '/').equals(className)) {
        sites.put(site.key(), site);
      }
    }
  }
}
