package dev.mcphotfix.agent.host.caller;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule on a method of the client, guessed from its parameters: which of them may hold the form.
 */
final class ProposedRule {

  private ProposedRule() {}

  /** What may hold a form, the surest first: text may be much else. */
  enum Holder {
    MAP,
    BYTES,
    TEXT;

    boolean isOf(String type) {
      return switch (this) {
        case MAP -> type.startsWith("java.util.") && type.endsWith("Map");
        case BYTES -> type.equals("byte[]");
        case TEXT -> type.equals("java.lang.String");
      };
    }
  }

  /**
   * Null where the method has no such parameter. The last one counts: a url stands before what is
   * sent there. A text by itself is more likely a refresh token.
   *
   * @param method {@code com.acme.TokenClient#post}
   * @param descriptor of the method (Java Virtual Machine Specification, section 4.3.3)
   */
  static @Nullable String of(String method, String descriptor, Holder holder) {
    List<String> types = parameterTypes(descriptor);
    int target = -1;
    int endpoint = -1;
    int found = 0;
    for (int i = 0; i < types.size(); i++) {
      boolean holds = holder.isOf(types.get(i));
      target = holds ? i : target;
      found += holds ? 1 : 0;
      boolean url = types.get(i).equals("java.net.URI") || types.get(i).equals("java.net.URL");
      endpoint = url ? i : endpoint;
    }
    boolean lone = holder == Holder.TEXT && found == 1 && endpoint < 0;
    return target < 0 || lone
        ? null
        : method
            + '('
            + String.join(",", types)
            + ") patch=token-request target=arg"
            + target
            + (endpoint < 0 ? "" : " endpoint=arg" + endpoint);
  }

  private static List<String> parameterTypes(String descriptor) {
    List<String> types = new ArrayList<>();
    int at = 1;
    while (descriptor.charAt(at) != ')') {
      int element = at;
      while (descriptor.charAt(element) == '[') {
        element++;
      }
      int end = descriptor.charAt(element) == 'L' ? descriptor.indexOf(';', element) : element;
      types.add(element(descriptor, element, end) + "[]".repeat(element - at));
      at = end + 1;
    }
    return types;
  }

  private static String element(String descriptor, int at, int end) {
    return switch (descriptor.charAt(at)) {
      case 'Z' -> "boolean";
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'S' -> "short";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'F' -> "float";
      case 'D' -> "double";
      default -> descriptor.substring(at + 1, end).replace('/', '.');
    };
  }
}
