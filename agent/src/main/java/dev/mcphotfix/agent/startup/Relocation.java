package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Site;
import java.util.ArrayList;
import java.util.List;

/** The same place in a copy of a library whose packages a host has moved below another one. */
final class Relocation {

  private Relocation() {}

  /**
   * @param prefix with the dot at its end; empty for the library itself
   */
  static Site of(Site site, String prefix) {
    if (prefix.isEmpty()) {
      return site;
    }
    HookPoint point = site.point();
    List<String> types = point.parameterTypes();
    return new Site(
        prefix.concat(site.key()),
        new HookPoint(
            point.hook(),
            prefix.concat(point.className()),
            point.methodName(),
            types == null ? null : moved(types, prefix),
            point.target()),
        site.handler());
  }

  private static List<String> moved(List<String> types, String prefix) {
    List<String> moved = new ArrayList<>();
    for (String type : types) {
      boolean library = type.indexOf('.') > 0 && !type.startsWith("java.");
      moved.add(library ? prefix.concat(type) : type);
    }
    return moved;
  }
}
