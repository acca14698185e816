package dev.mcphotfix.testapp.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Logs in by authorization code and PKCE (RFC 6749 section 4.1, RFC 7636) as the configured client.
 * Plays the browser as well: the consent needs no person, and the redirect is read, not followed.
 */
public final class AuthorizationCodeLogin {
  private final HttpClient client;

  public AuthorizationCodeLogin(HttpClient client) {
    this.client = client;
  }

  public TokenResponse login(ServerConfig server) throws IOException, InterruptedException {
    AuthorizationServerMetadata metadata =
        AuthorizationServerMetadata.discover(client, server.url());
    Pkce pkce = Pkce.create();
    String code = authorize(metadata.authorizationEndpoint(), server, pkce);
    return new TokenClient(client)
        .post(metadata.tokenEndpoint(), Form.encode(codeGrant(server, code, pkce)));
  }

  private String authorize(URI endpoint, ServerConfig server, Pkce pkce)
      throws IOException, InterruptedException {
    String state = Pkce.randomText();
    String query = Form.encode(authorizationRequest(server, pkce, state));
    HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "?" + query)).build();
    HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
    Map<String, String> redirect = parameters(response.headers().firstValue("Location").orElse(""));
    if (!state.equals(redirect.get("state"))) {
      throw new IOException("the redirect does not belong to this login");
    }
    return redirect.getOrDefault("code", "");
  }

  private static Map<String, String> authorizationRequest(
      ServerConfig server, Pkce pkce, String state) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", server.clientId());
    parameters.put("redirect_uri", server.redirectUri().toString());
    parameters.put("scope", "mcp offline_access");
    parameters.put("state", state);
    parameters.put("code_challenge", pkce.challenge());
    parameters.put("code_challenge_method", "S256");
    parameters.put("resource", server.url().toString());
    return parameters;
  }

  private static Map<String, String> codeGrant(ServerConfig server, String code, Pkce pkce) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("grant_type", "authorization_code");
    parameters.put("code", code);
    parameters.put("redirect_uri", server.redirectUri().toString());
    parameters.put("client_id", server.clientId());
    parameters.put("code_verifier", pkce.verifier());
    parameters.put("resource", server.url().toString());
    return parameters;
  }

  /** The query parameters; codes and states are URL-safe, so nothing has to be decoded. */
  private static Map<String, String> parameters(String location) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : location.substring(location.indexOf('?') + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return parameters;
  }
}
