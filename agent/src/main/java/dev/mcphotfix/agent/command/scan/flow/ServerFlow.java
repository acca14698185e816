package dev.mcphotfix.agent.command.scan.flow;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassReader;

/** Which arguments of a method name a server, as its own body shows, or that of a caller. */
public final class ServerFlow implements ValueObserver {

  private final Predicate<Call> meant;
  private final Set<Integer> named = new HashSet<>();

  private ServerFlow(Predicate<Call> meant) {
    this.meant = meant;
  }

  /** Indexes of the parameters that it compares with a server's name or url, or stores as one. */
  public static Set<Integer> in(ClassReader file, MethodShape method) {
    return in(file, method, call -> false);
  }

  /** Indexes of the arguments that a caller has from a server's name or url, in the calls meant. */
  public static Set<Integer> in(ClassReader file, MethodShape caller, Predicate<Call> meant) {
    ServerFlow flow = new ServerFlow(meant);
    BodyReader.read(file, caller, Set.of(), flow);
    flow.named.removeIf(index -> index < 0);
    return flow.named;
  }

  @Override
  public void called(Call call, Value receiver, List<Value> arguments, Value made) {
    for (int i = 0; i < arguments.size(); i++) {
      Value argument = arguments.get(i);
      if (meant.test(call)) {
        named.add(isServer(argument) ? i : -1);
      } else if (isStored(call, arguments)) {
        named.add(argument.parameter);
      } else if (call.name().startsWith("equals")) {
        compared(argument, receiver);
        arguments.forEach(other -> compared(argument, other));
      }
    }
  }

  private void compared(Value one, Value other) {
    if (isServer(one) && one != other) {
      named.add(other.parameter);
    }
    if (isServer(other) && one != other) {
      named.add(one.parameter);
    }
  }

  private static boolean isServer(Value value) {
    return Servers.isCalledSo(value.label);
  }

  /** As in {@code setServerName} and {@code serverUrl}, or made into a url. */
  private static boolean isStored(Call call, List<Value> arguments) {
    return arguments.size() == 1 && (Servers.isCalledSo(call.name()) || Urls.isMadeBy(call));
  }
}
