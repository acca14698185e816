package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which classes matter besides those that speak of tokens themselves.
 *
 * @param mentioned whoever mentions one of these matters: records, and who makes refresh requests
 * @param called these matter, and who extends or implements them: who handles tokens calls them
 */
record Wanted(Set<String> mentioned, Set<String> called) {

  static Wanted after(Collection<ClassShape> shapes, Set<String> records) {
    Set<String> mentioned = new HashSet<>(records);
    Set<String> called = new HashSet<>();
    for (ClassShape shape : shapes) {
      for (MethodShape method : shape.methods()) {
        if (RefreshFinder.makesForm(method)) {
          mentioned.add(shape.name());
        }
        method.calls().forEach(call -> addOwn(call.owner(), shape.name(), called));
      }
    }
    return new Wanted(mentioned, called);
  }

  /** Not the libraries that everything calls. */
  private static void addOwn(String owner, String caller, Set<String> called) {
    if (!owner.startsWith("java/") && NearBy.isSameApplication(owner, caller)) {
      called.add(owner);
    }
  }
}
