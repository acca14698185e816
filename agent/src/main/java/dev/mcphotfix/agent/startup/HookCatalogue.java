package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.RuleConfiguration;
import dev.mcphotfix.agent.decision.AgentLog;
import dev.mcphotfix.agent.hook.HookDispatcher;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.http.HttpStacks;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import dev.mcphotfix.agent.weave.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hooks that the configuration asks for: built-in ones by their names, rules as they are
 * declared. The handler of a hook is made when a class that it names is met first.
 */
final class HookCatalogue implements Catalogue {

  private final Parts parts;
  private final HookDispatcher dispatcher;
  private final Map<String, List<Site>> known = new HashMap<>();
  private final Map<String, List<Site>> stackSites = new HashMap<>();

  HookCatalogue(Parts parts, HookDispatcher dispatcher) {
    this.parts = parts;
    this.dispatcher = dispatcher;
  }

  @Override
  public Set<String> classNames() {
    Set<String> names = new HashSet<>();
    for (String stack : stacks()) {
      for (String prefix : prefixes()) {
        addAll(BuiltInHooks.classNames(stack), prefix, names);
      }
    }
    for (RuleConfiguration rule : rules()) {
      names.add(internalName(rule));
    }
    return names;
  }

  @Override
  public List<MethodName> inheritedMethods() {
    List<MethodName> names = new ArrayList<>();
    for (RuleConfiguration rule : rules()) {
      if (!rule.method().methodName().equals("<init>")) {
        names.add(new MethodName(internalName(rule), rule.method().methodName()));
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
      known.put(className, sites);
    }
    return sites;
  }

  @Override
  public HookDispatcher dispatcher() {
    return dispatcher;
  }

  @Override
  public AgentLog log() {
    return parts.log();
  }

  private List<Site> make(String className) {
    Set<Site> sites = new LinkedHashSet<>();
    for (String stack : stacks()) {
      for (String prefix : prefixes()) {
        if (isWoven(stack, prefix, className)) {
          sites.addAll(named(className, stackSites(BuiltInHooks.adapter(stack), prefix)));
        }
      }
    }
    for (int i = 0; i < rules().size(); i++) {
      if (internalName(rules().get(i)).equals(className)) {
        sites.add(RuleSites.site(rules().get(i), i, parts));
      }
    }
    return new ArrayList<>(sites);
  }

  private static void addAll(List<String> classNames, String prefix, Set<String> names) {
    String packages = prefix.replace('.', '/');
    for (String name : classNames) {
      names.add(packages.concat(name));
    }
  }

  private static boolean isWoven(String stack, String prefix, String className) {
    String packages = prefix.replace('.', '/');
    return className.startsWith(packages)
        && BuiltInHooks.classNames(stack).contains(className.substring(packages.length()));
  }

  /** Made once: several hooks may share an adapter, and several classes its state. */
  private List<Site> stackSites(String adapter, String prefix) {
    String key = prefix.concat(adapter);
    List<Site> sites = stackSites.get(key);
    if (sites == null) {
      sites = new ArrayList<>();
      for (Site site : HttpStacks.sites(adapter, hooks(adapter), parts.tokenRequests())) {
        sites.add(Relocation.of(site, prefix));
      }
      stackSites.put(key, sites);
    }
    return sites;
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

  private static List<Site> named(String className, List<Site> all) {
    List<Site> sites = new ArrayList<>();
    for (Site site : all) {
      if (site.point().className().replace('.', '/').equals(className)) {
        sites.add(site);
      }
    }
    return sites;
  }

  private List<String> stacks() {
    return parts.configuration().http().value();
  }

  /** What stands before the names of a library's packages: nothing, or the prefix of a copy. */
  private List<String> prefixes() {
    List<String> prefixes = new ArrayList<>();
    prefixes.add("");
    for (String relocated : parts.configuration().relocated().value()) {
      prefixes.add(relocated.concat("."));
    }
    return prefixes;
  }

  private List<RuleConfiguration> rules() {
    return parts.configuration().rules();
  }

  private static String internalName(RuleConfiguration rule) {
    return rule.method().className().replace('.', '/');
  }
}
