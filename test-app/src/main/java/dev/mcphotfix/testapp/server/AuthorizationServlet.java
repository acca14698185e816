package dev.mcphotfix.testapp.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The authorization endpoint (RFC 6749 section 3.1); the resource owner always consents. */
final class AuthorizationServlet extends HttpServlet {
  private final transient Map<String, RegisteredClient> clients;
  private final transient Grants grants;

  AuthorizationServlet(Map<String, RegisteredClient> clients, Grants grants) {
    this.clients = clients;
    this.grants = grants;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RegisteredClient client = clients.get(parameter(request, "client_id"));
    String redirectUri = parameter(request, "redirect_uri");
    if (client == null || !client.redirectUri().toString().equals(redirectUri)) {
      response.sendError(400, "unknown client or redirect_uri");
      return;
    }
    String state = "&state=" + encode(parameter(request, "state"));
    response.sendRedirect(redirectUri + "?" + outcome(request, client) + state);
  }

  private String outcome(HttpServletRequest request, RegisteredClient client) {
    String challenge = parameter(request, "code_challenge");
    if (!parameter(request, "response_type").equals("code")) {
      return "error=unsupported_response_type";
    }
    if (challenge.isEmpty() || !parameter(request, "code_challenge_method").equals("S256")) {
      return "error=invalid_request";
    }
    return "code="
        + grants.issueCode(
            new AuthorizationCode(
                client,
                parameter(request, "redirect_uri"),
                challenge,
                parameter(request, "scope")));
  }

  private static String parameter(HttpServletRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
