package dev.mcphotfix.agent.command.scan.flow;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import dev.mcphotfix.agent.command.scan.classfile.Names;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Which values are the name or the url of a server, by what they are called. */
public final class Servers {

  private static final Set<String> TYPES =
      Set.of("java.lang.String", "java.net.URI", "java.net.URL");

  private static final Pattern CALLED_SO =
      Pattern.compile(
          ".*(server|mcp)s?_?(name|id|key|ur[il]|endpoint|resource)?"
              + "|(get|set|with)?(ur[il]|endpoint|resource|resource_?ur[il])",
          Pattern.CASE_INSENSITIVE);

  /** What says nothing without the class whose method it is. */
  private static final Set<String> PLAIN =
      Set.of("name", "getname", "id", "getid", "key", "getkey");

  private Servers() {}

  /** Whether a value of the type may be one at all. */
  public static boolean isText(Type type) {
    return TYPES.contains(type.getClassName());
  }

  /** Whether a parameter is one by what it is called or, without a name, by its type. */
  public static boolean isServer(Type type, @Nullable String name) {
    boolean url = !type.getClassName().equals("java.lang.String");
    return isText(type) && (name == null ? url : isCalledSo(name));
  }

  /**
   * Whether a parameter, a field or a method is called after a server or its url. Not after what
   * else a server has, as its session, nor after another url.
   */
  static boolean isCalledSo(@Nullable String name) {
    return name != null && CALLED_SO.matcher(name).matches();
  }

  /** What a call's result is called: {@code serverName} for the name of a server. */
  static String label(Call call) {
    boolean plain = PLAIN.contains(call.name().toLowerCase(Locale.ROOT));
    boolean ofServer = Names.simple(call.owner()).toLowerCase(Locale.ROOT).contains("server");
    return plain && ofServer ? "serverName" : call.name();
  }
}
