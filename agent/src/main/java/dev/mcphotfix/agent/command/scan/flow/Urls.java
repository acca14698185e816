package dev.mcphotfix.agent.command.scan.flow;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import java.util.Locale;
import java.util.Set;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Which values are urls, by their types, their names and what made them. */
final class Urls {

  private static final Set<String> TYPES = Set.of("java.net.URI", "java.net.URL");

  /** Of the JDK: what they return is the url that they are given, or called on. */
  private static final Set<String> KEEPING =
      Set.of(
          "create",
          "<init>",
          "toString",
          "toURL",
          "toURI",
          "toASCIIString",
          "toExternalForm",
          "valueOf",
          "requireNonNull",
          "trim",
          "strip");

  private Urls() {}

  /** Whether it is one by its type, or is a text that is called so. */
  static boolean isUrl(Type type, @Nullable String name) {
    boolean text = type.getClassName().equals("java.lang.String");
    return TYPES.contains(type.getClassName()) || (text && name != null && isCalledSo(name));
  }

  private static boolean isCalledSo(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*(ur[il]|endpoint)");
  }

  /** Whether a literal is one; not only its beginning. */
  static boolean isAbsolute(String text) {
    return text.matches("https?://[^/\\s]+/\\S*");
  }

  /** Whether a call of a class of the JDK makes an object that is one. */
  static boolean isMadeBy(Call call) {
    boolean constructor = call.name().equals("<init>");
    Type made =
        constructor ? Type.getObjectType(call.owner()) : Type.getReturnType(call.descriptor());
    return TYPES.contains(made.getClassName());
  }

  /** Whether a call of a class of the JDK hands on the whole url. */
  static boolean isKeptBy(Call call) {
    return KEEPING.contains(call.name()) && Type.getArgumentCount(call.descriptor()) <= 1;
  }
}
