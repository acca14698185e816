package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the operator for each hook and class what became of it. */
record HookReport(AgentLog log) {

  /**
   * @param obstacle null where the self-check passed
   */
  void selfChecked(@Nullable String obstacle) {
    log.write(
        obstacle == null
            ? Entry.of(Severity.INFO, Notice.SELF_CHECK_OK)
            : Entry.of(Severity.WARN, Notice.SELF_CHECK_FAILED)
                .with("why", obstacle + "; nothing is woven"));
  }

  /** One entry for each hook, however many methods of the class it has. */
  void woven(List<HookPoint> points, String className, @Nullable ClassLoader loader) {
    Map<String, Set<String>> methods = new LinkedHashMap<>();
    for (HookPoint point : points) {
      String name = SharedHook.name(point.hook(), loader);
      methods.putIfAbsent(name, new LinkedHashSet<>());
      Objects.requireNonNull(methods.get(name)).add(point.methodName());
    }
    for (Map.Entry<String, Set<String>> hook : methods.entrySet()) {
      log.write(
          Entry.of(Severity.INFO, Notice.HOOK_WOVEN)
              .with("hook", hook.getKey())
              .with("class", className)
              .with("method", String.join(",", hook.getValue()))
              .with("loader", describe(loader)));
    }
  }

  void waitsForImplementations(HookPoint point, String className, @Nullable ClassLoader loader) {
    log.write(
        entry(Severity.INFO, Notice.HOOK_WAITS, point, className, loader)
            .with("why", "the method is abstract; its implementations are woven as they load"));
  }

  void notWoven(HookPoint point, String className, @Nullable ClassLoader loader, String why) {
    log.write(
        entry(Severity.WARN, Notice.HOOK_NOT_WOVEN, point, className, loader).with("why", why));
  }

  /** Once for each client, however many class loaders have it. */
  void notHooked(String client, String className, @Nullable ClassLoader loader) {
    log.write(
        Entry.of(Severity.WARN, Notice.CLIENT_NOT_HOOKED)
            .with("client", client)
            .with("class", className)
            .with("loader", describe(loader))
            .with("why", "no hook covers what it sends; a rule does, which scan proposes"));
  }

  private static Entry entry(
      Severity severity,
      Notice event,
      HookPoint point,
      String className,
      @Nullable ClassLoader loader) {
    String signature = point.signature();
    return Entry.of(severity, event)
        .with("hook", SharedHook.name(point.hook(), loader))
        .with("class", className)
        .with("method", signature.substring(signature.indexOf('#') + 1))
        .with("loader", describe(loader));
  }

  private static String describe(@Nullable ClassLoader loader) {
    if (loader == null) {
      return "bootstrap";
    }
    String name = loader.getName();
    return name != null ? name : loader.getClass().getName();
  }
}
