package dev.mcphotfix.testapp.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Puts the token endpoint on HTTP and records each request before it is answered. */
final class TokenServlet extends HttpServlet {
  private static final int EXPIRES_IN_SECONDS = 3600;

  private final transient TokenEndpoint endpoint;
  private final transient Consumer<RecordedRequest> recorder;

  TokenServlet(TokenEndpoint endpoint, Consumer<RecordedRequest> recorder) {
    this.endpoint = endpoint;
    this.recorder = recorder;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    try {
      Tokens tokens = endpoint.answer(parts(request, body));
      recorder.accept(recorded(request, body, 200, ""));
      JsonAnswer.send(response, 200, granted(tokens));
    } catch (OAuthException e) {
      recorder.accept(recorded(request, body, e.status(), e.error()));
      if (e.status() == 401) {
        response.setHeader("WWW-Authenticate", "Basic realm=\"token\"");
      }
      JsonAnswer.send(response, e.status(), refused(e));
    }
  }

  private static TokenHttpRequest parts(HttpServletRequest request, String body) {
    return new TokenHttpRequest(
        request.getMethod(),
        request.getQueryString(),
        request.getContentType(),
        request.getHeader("Authorization"),
        body);
  }

  static RecordedRequest recorded(
      HttpServletRequest request, String body, int status, String error) {
    String query = request.getQueryString();
    String target = request.getRequestURI() + (query == null ? "" : "?" + query);
    return new RecordedRequest(
        request.isSecure(),
        request.getProtocol(),
        request.getMethod(),
        target,
        headers(request),
        body,
        status,
        error);
  }

  private static List<Header> headers(HttpServletRequest request) {
    List<Header> headers = new ArrayList<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        headers.add(new Header(name, value));
      }
    }
    return headers;
  }

  private static ObjectNode granted(Tokens tokens) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("access_token", tokens.accessToken())
        .put("token_type", "Bearer")
        .put("expires_in", EXPIRES_IN_SECONDS)
        .put("refresh_token", tokens.refreshToken())
        .put("scope", tokens.scope());
  }

  private static ObjectNode refused(OAuthException e) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("error", e.error())
        .put("error_description", e.description());
  }
}
