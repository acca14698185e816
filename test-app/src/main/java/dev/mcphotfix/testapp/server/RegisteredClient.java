package dev.mcphotfix.testapp.server;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A client known to the authorization server; one without a secret is public. */
public record RegisteredClient(String id, @Nullable String secret, URI redirectUri) {

  /** A public client (RFC 6749 section 2.1), which identifies itself by {@code client_id} alone. */
  public static RegisteredClient publicClient(String id, URI redirectUri) {
    return new RegisteredClient(id, null, redirectUri);
  }

  /** A confidential client, which authenticates by HTTP Basic or in the body. */
  public static RegisteredClient confidential(String id, String secret, URI redirectUri) {
    return new RegisteredClient(id, secret, redirectUri);
  }

  @Override
  public String toString() {
    return "RegisteredClient[" + id + "]";
  }
}
