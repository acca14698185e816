package dev.mcphotfix.agent.oauth.url;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Which urls the agent may send a request of its own to. */
public final class Reachable {

  private Reachable() {}

  /**
   * Absolute, without user information, and https, or http on this machine.
   *
   * @param local whether http on this machine is allowed
   */
  public static boolean mayBeFetched(String text, boolean local) {
    URI url = parse(text);
    if (url == null || url.getHost() == null || url.getRawUserInfo() != null) {
      return false;
    }
    return "https".equalsIgnoreCase(url.getScheme()) || (local && isLocal(text));
  }

  /** Whether this is http on this machine. */
  public static boolean isLocal(@Nullable String text) {
    URI url = text == null ? null : parse(text);
    return url != null
        && url.getHost() != null
        && "http".equalsIgnoreCase(url.getScheme())
        && isLoopback(url.getHost());
  }

  /** By its text alone: asking the network for the address would leave the decision to it. */
  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  private static @Nullable URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
