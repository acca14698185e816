package dev.mcphotfix.agent.command.scan.classfile;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Counts what a lambda does as done by the method that makes it. */
final class Lambdas {

  private Lambdas() {}

  /** The same methods, each with what the compiler moved into methods of its own. */
  static List<MethodShape> inlined(List<MethodShape> methods) {
    Map<Call, MethodShape> moved = new HashMap<>();
    for (MethodShape method : methods) {
      if (method.is(Opcodes.ACC_SYNTHETIC) && !method.is(Opcodes.ACC_BRIDGE)) {
        moved.put(method.asCall(), method);
      }
    }
    methods.forEach(method -> inline(method, moved));
    return methods;
  }

  private static void inline(MethodShape method, Map<Call, MethodShape> moved) {
    Set<Call> visited = new HashSet<>();
    Deque<Call> open = new ArrayDeque<>(method.calls());
    for (@Nullable Call call = open.poll(); call != null; call = open.poll()) {
      MethodShape lambda = moved.get(call);
      if (lambda != null && visited.add(call)) {
        method.literals().addAll(lambda.literals());
        method.calls().addAll(lambda.calls());
        open.addAll(lambda.calls());
      }
    }
  }
}
