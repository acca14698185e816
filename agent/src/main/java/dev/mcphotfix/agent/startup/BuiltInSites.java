package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.http.HttpStacks;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sites of the built-in hooks, made once for the agent's life: several hooks may share an
 * adapter, several classes its state, and a request may be under way in it while the configuration
 * changes. Thread-safe.
 */
final class BuiltInSites {

  private final Map<String, List<Site>> known = new HashMap<>();

  /**
   * @param prefix of the packages of a copy of the library, with the dot at its end; empty for the
   *     library itself
   * @param hooks the names that are switched on of those that the adapter stands for
   */
  synchronized List<Site> of(String adapter, String prefix, List<String> hooks, Examiner examiner) {
    String key = prefix.concat(adapter).concat(hooks.toString());
    List<Site> sites = known.get(key);
    if (sites == null) {
      sites = moved(HttpStacks.sites(adapter, hooks, examiner), prefix);
      known.put(key, sites);
    }
    return sites;
  }

  static List<Site> moved(List<Site> sites, String prefix) {
    List<Site> moved = new ArrayList<>();
    for (Site site : sites) {
      moved.add(moved(site, prefix));
    }
    return moved;
  }

  /** The same place in the copy of the library below that prefix. */
  static Site moved(Site site, String prefix) {
    if (prefix.isEmpty()) {
      return site;
    }
    HookPoint point = site.point();
    List<String> types = point.parameterTypes();
    HookPoint moved =
        point.in(prefix.concat(point.className()), types == null ? null : types(types, prefix));
    return site.at(prefix.concat(site.key()), moved);
  }

  private static List<String> types(List<String> types, String prefix) {
    List<String> moved = new ArrayList<>();
    for (String type : types) {
      boolean library = type.indexOf('.') > 0 && !type.startsWith("java.");
      moved.add(library ? prefix.concat(type) : type);
    }
    return moved;
  }
}
