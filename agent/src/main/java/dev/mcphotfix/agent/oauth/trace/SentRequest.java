package dev.mcphotfix.agent.oauth.trace;

import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A token request that was told.
 *
 * @param since nanoseconds of the clock when it was
 * @param authentication how the client says who it is
 * @param credential fingerprint of what it redeems
 */
record SentRequest(
    String id,
    String server,
    long since,
    @Nullable Grant grant,
    String authentication,
    ByteBuffer credential) {

  static SentRequest of(SeenRequest seen, String server, long now) {
    TokenRequest request = seen.request();
    return new SentRequest(
        seen.id(),
        server,
        now,
        request.form().grant(),
        request.shownAuthentication(),
        seen.credential());
  }

  /** Whether it does not say who the client is, but for an id in its form. */
  boolean isAnonymous() {
    return authentication.equals("none");
  }

  boolean isInHeader() {
    return authentication.equals("Basic");
  }

  /** What the client did with it, in a word. */
  String word() {
    return grant == Grant.REFRESH_TOKEN
        ? "refresh"
        : grant == Grant.AUTHORIZATION_CODE ? "login" : "token request";
  }

  /** Without what it redeems. */
  @Override
  public String toString() {
    return id;
  }
}
