package dev.mcphotfix.agent.launch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The built-in hooks by the name that the configuration's {@code http} uses. */
public final class BuiltInHooks {

  private BuiltInHooks() {}

  /** All names, in the order in which they are documented. */
  public static List<String> names() {
    return List.of("jdk", "okhttp", "url-connection");
  }

  /** Internal names of the classes that a hook weaves. */
  public static List<String> classNames(String hook) {
    return switch (hook) {
      case "jdk" -> List.of("jdk/internal/net/http/HttpClientImpl");
      case "okhttp" ->
          List.of(
              "okhttp3/internal/http/BridgeInterceptor", "okhttp3/internal/connection/Exchange");
      case "url-connection" -> List.of("sun/net/www/protocol/http/HttpURLConnection");
      default -> throw new IllegalArgumentException(hook);
    };
  }

  static Set<String> allClassNames() {
    Set<String> names = new HashSet<>();
    for (String hook : names()) {
      names.addAll(classNames(hook));
    }
    return names;
  }
}
