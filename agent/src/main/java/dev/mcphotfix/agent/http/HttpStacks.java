package dev.mcphotfix.agent.http;

import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.oauth.TokenRequests;
import java.util.List;

/** Makes the built-in hooks by their names; an adapter is loaded when its library is met. */
public final class HttpStacks {

  private HttpStacks() {}

  /** The stack's sites, all of them. */
  public static List<Site> sites(String stack, TokenRequests requests) {
    return switch (stack) {
      case "jdk" -> new JdkHttpClient().sites(requests);
      case "okhttp" -> new OkHttp().sites(requests);
      case "url-connection" -> new UrlConnection().sites(requests);
      default -> throw new IllegalArgumentException(stack);
    };
  }
}
