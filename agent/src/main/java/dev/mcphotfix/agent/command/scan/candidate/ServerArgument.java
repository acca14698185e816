package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.application.Application;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.flow.Servers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds the argument that says which server, or which endpoint, a call is about. One that only may
 * be that is none: with it, a rule would leave every record alone.
 */
record ServerArgument(Application application) {

  /** What is called so is none of an MCP server, url or not. */
  private static final List<String> OTHERS =
      List.of(
          "user",
          "account",
          "tenant",
          "principal",
          "session",
          "scope",
          "path",
          "file",
          "token",
          "redirect",
          "callback",
          "proxy");

  /** As in {@code arg0}; null where no argument evidently names a server. */
  @Nullable String of(MethodShape method, int target) {
    List<Integer> texts =
        IntStream.range(0, method.parameters().size())
            .filter(i -> i != target && Servers.isText(method.parameters().get(i)))
            .filter(i -> !isOther(method.parameterNames().get(i)))
            .boxed()
            .toList();
    for (int i : texts) {
      if (Servers.isServer(method.parameters().get(i), method.parameterNames().get(i))) {
        return "arg" + i;
      }
    }
    Set<Integer> shown = texts.isEmpty() ? Set.of() : application.flows().servers(method);
    return texts.stream().filter(shown::contains).map(i -> "arg" + i).findFirst().orElse(null);
  }

  /** Whether an argument may be a url, by its type or by its name. */
  static boolean isUrl(MethodShape method, int index) {
    Type type = method.parameters().get(index);
    String name = method.parameterNames().get(index);
    boolean calledSo = name != null && name.toLowerCase(Locale.ROOT).matches(".*(ur[il]|endpoint)");
    return Servers.isText(type) && (!type.getClassName().equals("java.lang.String") || calledSo);
  }

  private static boolean isOther(@Nullable String name) {
    return name != null && OTHERS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains);
  }
}
