package dev.mcphotfix.testapp.server;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rules of the token endpoint, strict wherever RFC 6749 lets a server be strict. */
final class TokenEndpoint {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final ClientAuthentication authentication;
  private final Grants grants;

  TokenEndpoint(ClientAuthentication authentication, Grants grants) {
    this.authentication = authentication;
    this.grants = grants;
  }

  Tokens answer(TokenHttpRequest request) throws OAuthException {
    requireFormPost(request);
    FormParameters form = FormParameters.parse(request.body());
    String grantType = form.require("grant_type");
    RegisteredClient client = authentication.authenticate(request.authorization(), form);
    return switch (grantType) {
      case "authorization_code" -> redeem(form, client);
      case "refresh_token" ->
          grants.rotate(form.require("refresh_token"), client, form.find("scope").orElse(null));
      default -> throw new OAuthException(400, "unsupported_grant_type", "not offered here");
    };
  }

  private Tokens redeem(FormParameters form, RegisteredClient client) throws OAuthException {
    return grants.redeem(
        form.require("code"), client, form.require("redirect_uri"), form.require("code_verifier"));
  }

  private static void requireFormPost(TokenHttpRequest request) throws OAuthException {
    if (!request.method().equals("POST")) {
      throw new OAuthException(405, "invalid_request", "only POST");
    }
    if (request.query() != null) {
      throw OAuthException.invalidRequest("parameters belong into the body");
    }
    if (!isForm(request.contentType())) {
      throw OAuthException.invalidRequest("only " + FORM);
    }
  }

  private static boolean isForm(@Nullable String contentType) {
    return contentType != null
        && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
  }
}
