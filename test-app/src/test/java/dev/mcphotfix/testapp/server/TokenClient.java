package dev.mcphotfix.testapp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Speaks to an authorization server in exactly the words that a test gives it. */
final class TokenClient {
  static final URI REDIRECT = URI.create("http://localhost:3118/callback");

  /** The example pair of RFC 7636 appendix B. */
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient client = HttpClient.newHttpClient();
  private final AuthorizationServer server;

  TokenClient(AuthorizationServer server) {
    this.server = server;
  }

  /** The answer's status and JSON. */
  record Answer(int status, JsonNode json) {
    String error() {
      return json.path("error").asText();
    }

    String refreshToken() {
      return json.path("refresh_token").asText();
    }

    String accessToken() {
      return json.path("access_token").asText();
    }
  }

  /** Where the authorization endpoint sends the browser. */
  String redirect(String clientId, String method) throws Exception {
    String query =
        "?response_type=code&client_id=%s&redirect_uri=%s&state=s&code_challenge=%s"
            .formatted(clientId, REDIRECT, CHALLENGE);
    URI uri =
        URI.create(server.authorizationEndpoint() + query + "&code_challenge_method=" + method);
    HttpResponse<Void> response =
        client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
    return response.headers().firstValue("Location").orElse("refused");
  }

  String code(String clientId) throws Exception {
    return redirect(clientId, "S256").replaceAll(".*[?&]code=([^&]*).*", "$1");
  }

  static String codeGrant(String clientId, String code, String verifier) {
    return "grant_type=authorization_code&code=%s&redirect_uri=%s&client_id=%s&code_verifier=%s"
        .formatted(code, REDIRECT, clientId, verifier);
  }

  Answer login(String clientId) throws Exception {
    return post(codeGrant(clientId, code(clientId), VERIFIER));
  }

  Answer post(String form) throws Exception {
    return send(request(form).header("Content-Type", FORM).build());
  }

  Answer postAs(String authorization, String form) throws Exception {
    return send(
        request(form).header("Content-Type", FORM).header("Authorization", authorization).build());
  }

  Answer postOfType(String contentType, String body) throws Exception {
    return send(request(body).header("Content-Type", contentType).build());
  }

  Answer get(String query) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(server.tokenEndpoint() + query)).build());
  }

  private HttpRequest.Builder request(String body) {
    return HttpRequest.newBuilder(server.tokenEndpoint()).POST(BodyPublishers.ofString(body));
  }

  private Answer send(HttpRequest request) throws Exception {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), new ObjectMapper().readTree(response.body()));
  }
}
