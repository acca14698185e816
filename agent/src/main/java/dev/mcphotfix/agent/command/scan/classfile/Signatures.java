package dev.mcphotfix.agent.command.scan.classfile;

import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Type;

/** Generic types, which only the signature tells, and erased ones where there is none. */
public final class Signatures {

  private static final Map<String, Integer> HOLDERS =
      Map.of(
          "java/util/Optional", 0,
          "java/util/List", 0,
          "java/util/Map", 1,
          "java/util/concurrent/CompletableFuture", 0,
          "java/util/concurrent/CompletionStage", 0,
          "reactor/core/publisher/Mono", 0,
          "reactor/core/publisher/Flux", 0);

  private Signatures() {}

  /** Of each parameter, where the signature has as many as the descriptor. */
  public static List<String> parameters(MethodShape method) {
    List<String> erased = method.parameters().stream().map(Type::getDescriptor).toList();
    String signature = method.signature();
    if (signature == null) {
      return erased;
    }
    int open = signature.indexOf('(');
    List<String> generic = GenericTypes.split(signature.substring(open + 1));
    return generic.size() == erased.size() ? generic : erased;
  }

  public static String result(MethodShape method) {
    String text = method.signature() == null ? method.descriptor() : method.signature();
    return text.substring(text.lastIndexOf(')') + 1);
  }

  /** Internal names of the type itself and, of a holder, of what it holds. */
  public static List<String> held(String signature) {
    if (!signature.startsWith("L")) {
      return List.of();
    }
    int end = signature.indexOf('<');
    String name = signature.substring(1, end < 0 ? signature.indexOf(';') : end);
    Integer argument = HOLDERS.get(name);
    if (end < 0 || argument == null) {
      return List.of(name);
    }
    List<String> arguments = GenericTypes.split(signature.substring(end + 1));
    return argument < arguments.size() ? held(unbounded(arguments.get(argument))) : List.of();
  }

  private static String unbounded(String argument) {
    return argument.startsWith("+") || argument.startsWith("-") ? argument.substring(1) : argument;
  }
}
