package dev.mcphotfix.agent.command.scan.classfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Type;

/**
 * Generic types, which only the signature tells (Java Virtual Machine Specification section
 * 4.7.9.1), and erased ones where there is none.
 */
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
    List<String> generic = split(signature.substring(open + 1));
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
    List<String> arguments = split(signature.substring(end + 1));
    return argument < arguments.size() ? held(unbounded(arguments.get(argument))) : List.of();
  }

  private static String unbounded(String argument) {
    return argument.startsWith("+") || argument.startsWith("-") ? argument.substring(1) : argument;
  }

  /** The types at the start of a text, up to the parenthesis or bracket that ends them. */
  private static List<String> split(String text) {
    List<String> types = new ArrayList<>();
    int at = 0;
    while (at < text.length() && text.charAt(at) != ')' && text.charAt(at) != '>') {
      int end = end(text, at);
      if (end <= at) {
        return types;
      }
      types.add(text.substring(at, end));
      at = end;
    }
    return types;
  }

  private static int end(String text, int start) {
    int at = start;
    while (at < text.length() && "[+-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean named = at < text.length() && (text.charAt(at) == 'L' || text.charAt(at) == 'T');
    return named ? afterName(text, at) : Math.min(at + 1, text.length());
  }

  private static int afterName(String text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ';' && depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
