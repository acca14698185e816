package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Finds the argument that says which server, or which endpoint, a call is about. */
final class ServerArgument {

  private static final Set<String> TYPES =
      Set.of("java.lang.String", "java.net.URI", "java.net.URL");

  /** A parameter that is called after a person or the token's issue says nothing of the server. */
  private static final List<String> OTHERS =
      List.of(
          "user", "account", "tenant", "principal", "session", "scope", "path", "file", "token");

  private ServerArgument() {}

  /** As in {@code arg0}; null where no argument, or more than one, may be meant. */
  static @Nullable String of(MethodShape method, int target) {
    String found = null;
    for (int i = 0; i < method.parameters().size(); i++) {
      if (i != target && isText(method.parameters().get(i)) && !isOther(method, i)) {
        if (found != null) {
          return null;
        }
        found = "arg" + i;
      }
    }
    return found;
  }

  /** Whether an argument may be a url, by its type or by its name. */
  static boolean isUrl(MethodShape method, int index) {
    Type type = method.parameters().get(index);
    String name = method.parameterNames().get(index);
    boolean calledSo = name != null && name.toLowerCase(Locale.ROOT).matches(".*(ur[il]|endpoint)");
    return isText(type) && (!type.getClassName().equals("java.lang.String") || calledSo);
  }

  private static boolean isText(Type type) {
    return TYPES.contains(type.getClassName());
  }

  private static boolean isOther(MethodShape method, int index) {
    String name = method.parameterNames().get(index);
    return name != null && OTHERS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains);
  }
}
