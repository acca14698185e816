package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.hook.CallFilter;
import dev.mcphotfix.agent.hook.HookDispatcher;
import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Rules of a test, and what the agent said of them. */
final class TestCatalogue implements WantedHooks {

  final List<Entry> said = new CopyOnWriteArrayList<>();
  final List<Throwable> failures = new CopyOnWriteArrayList<>();
  final HookDispatcher dispatcher =
      new HookDispatcher((point, failure, last) -> failures.add(failure));
  private final Map<String, String> unhookedClients = new HashMap<>();
  private final List<Site> sites = new ArrayList<>();

  TestCatalogue rule(
      String className,
      String method,
      @Nullable List<String> types,
      Target target,
      HookHandler handler) {
    return rule(className, method, types, target, handler, CallFilter.NONE);
  }

  TestCatalogue rule(
      String className,
      String method,
      @Nullable List<String> types,
      Target target,
      HookHandler handler,
      CallFilter filter) {
    Site site =
        new Site(
            "rule#" + sites.size(),
            new HookPoint("rule", className, method, types, target),
            handler,
            filter);
    dispatcher.register(site);
    sites.add(site);
    return this;
  }

  TestCatalogue unhooked(String client, String className) {
    unhookedClients.put(className.replace('.', '/'), client);
    return this;
  }

  /** What was said of the classes of one loader; those of earlier tests may still be there. */
  List<String> events(ClassLoader loader) {
    return said.stream()
        .filter(entry -> entry.facts().getOrDefault("loader", "").equals(loader.getName()))
        .map(entry -> entry.event().text())
        .toList();
  }

  String why() {
    return said.get(said.size() - 1).facts().getOrDefault("why", "");
  }

  @Override
  public Set<String> classNames() {
    Set<String> names = new HashSet<>();
    for (Site site : sites) {
      names.add(site.point().className().replace('.', '/'));
    }
    return names;
  }

  @Override
  public Map<String, String> unhookedClients() {
    return unhookedClients;
  }

  @Override
  public List<MethodName> inheritedMethods() {
    List<MethodName> names = new ArrayList<>();
    for (Site site : sites) {
      names.add(
          new MethodName(site.point().className().replace('.', '/'), site.point().methodName()));
    }
    return Collections.unmodifiableList(names);
  }

  @Override
  public List<Site> sites(String className) {
    return sites.stream()
        .filter(site -> site.point().className().replace('.', '/').equals(className))
        .toList();
  }

  @Override
  public HookDispatcher dispatcher() {
    return dispatcher;
  }

  HookTransformer transformer() {
    return new HookTransformer(this);
  }

  @Override
  public AgentLog log() {
    return said::add;
  }
}
