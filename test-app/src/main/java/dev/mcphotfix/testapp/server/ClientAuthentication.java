package dev.mcphotfix.testapp.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which client sent a token request; refuses what leaves that open (RFC 6749 section 2.3).
 */
final class ClientAuthentication {
  private static final String BASIC = "Basic ";

  private final Map<String, RegisteredClient> clients;

  ClientAuthentication(Map<String, RegisteredClient> clients) {
    this.clients = clients;
  }

  RegisteredClient authenticate(@Nullable String authorization, FormParameters form)
      throws OAuthException {
    if (authorization == null) {
      return check(form.require("client_id"), form.find("client_secret"));
    }
    if (!authorization.startsWith(BASIC)) {
      throw OAuthException.invalidRequest("unsupported authentication scheme");
    }
    return basic(authorization.substring(BASIC.length()), form);
  }

  private RegisteredClient basic(String credentials, FormParameters form) throws OAuthException {
    if (form.find("client_secret").isPresent()) {
      throw OAuthException.invalidRequest("more than one authentication method");
    }
    String[] pair = decode(credentials).split(":", 2);
    RegisteredClient client = check(urlDecode(pair[0]), Optional.of(urlDecode(pair[1])));
    if (form.find("client_id").filter(id -> !id.equals(client.id())).isPresent()) {
      throw OAuthException.invalidRequest("client_id differs from the authenticated client");
    }
    return client;
  }

  private RegisteredClient check(String id, Optional<String> secret) throws OAuthException {
    RegisteredClient client = clients.get(id);
    if (client == null) {
      throw OAuthException.invalidClient("unknown client");
    }
    if (!Optional.ofNullable(client.secret()).equals(secret)) {
      throw OAuthException.invalidClient("client authentication failed");
    }
    return client;
  }

  private static String decode(String credentials) throws OAuthException {
    try {
      String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      return pair.contains(":") ? pair : pair + ":";
    } catch (IllegalArgumentException e) {
      throw OAuthException.invalidRequest("the Authorization header is malformed");
    }
  }

  private static String urlDecode(String text) throws OAuthException {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw OAuthException.invalidRequest("the Authorization header is malformed");
    }
  }
}
