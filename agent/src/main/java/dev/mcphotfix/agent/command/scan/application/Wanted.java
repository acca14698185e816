package dev.mcphotfix.agent.command.scan.application;

import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which classes matter besides those that speak of tokens themselves.
 *
 * @param mentioned whoever mentions one of these matters: records, request objects, and who makes
 *     refresh requests
 * @param called these matter, and who extends or implements them: who handles tokens calls them
 */
record Wanted(Set<String> mentioned, Set<String> called) {

  static Wanted after(Collection<ClassShape> shapes, Set<String> handled) {
    Set<String> mentioned = new HashSet<>(handled);
    Set<String> called = new HashSet<>();
    for (ClassShape shape : shapes) {
      for (MethodShape method : shape.methods()) {
        if (method.makesRefreshForm()) {
          mentioned.add(shape.name());
        }
        method.calls().forEach(call -> addOwn(call.owner(), shape.name(), called));
      }
    }
    return new Wanted(mentioned, called);
  }

  /** Classes not known yet that may be given a form, where nothing is known to send it. */
  static Set<String> senders(Application application) {
    Set<String> wanted = new HashSet<>();
    for (ClassShape shape : application.shapes()) {
      for (MethodShape maker : shape.methods()) {
        if (maker.makesRefreshForm() && !Sender.of(application, maker).isHooked()) {
          List<MethodShape> from = new ArrayList<>(List.of(maker));
          from.addAll(application.callers(maker));
          from.forEach(method -> method.calls().forEach(call -> wanted.add(call.owner())));
        }
      }
    }
    wanted.removeIf(name -> name.startsWith("java/") || application.shape(name) != null);
    return wanted;
  }

  /** Not the libraries that everything calls. */
  private static void addOwn(String owner, String caller, Set<String> called) {
    if (!owner.startsWith("java/") && Names.isSameApplication(owner, caller)) {
      called.add(owner);
    }
  }
}
