package dev.mcphotfix.testapp.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Records whatever arrives, and answers what the request's url asks for. */
final class RecordingServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final String clientId;
  private final transient RecordingServer server;

  RecordingServlet(String clientId, RecordingServer server) {
    this.clientId = clientId;
    this.server = server;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    if (query.equals("drop") && !server.knows(request.getHeader("X-Call"))) {
      record(request, body, 0, "");
      LoopbackTomcat.drop(request);
    } else if (query.startsWith("redirect=")) {
      redirect(request, body, query.split("[=:]", 3), response);
    } else if (request.getRequestURI().equals("/sse")) {
      record(request, body, 200, "");
      response.setContentType("text/event-stream");
      response.getOutputStream().print("data: 1\n\ndata: 2\n\n");
    } else if (request.getRequestURI().startsWith("/bearer/")) {
      protectedResource(request, body, response);
    } else if (request.getRequestURI().startsWith("/unaware/")) {
      answer(request, body, response, body.contains("client_id") ? 401 : 200, "invalid_client");
    } else {
      grantOrRefuse(request, body, response);
    }
  }

  private void protectedResource(
      HttpServletRequest request, String body, HttpServletResponse response) throws IOException {
    String authorization = request.getHeader("Authorization");
    boolean known = authorization != null && authorization.startsWith("Bearer ");
    if (!known) {
      response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
    answer(request, body, response, known ? 200 : 401, "invalid_token");
  }

  /**
   * @param query {@code redirect=307:/path} in its parts
   */
  private void redirect(
      HttpServletRequest request, String body, String[] query, HttpServletResponse response) {
    int status = Integer.parseInt(query[1]);
    record(request, body, status, "");
    response.setStatus(status);
    response.setHeader("Location", query[2]);
  }

  private void grantOrRefuse(HttpServletRequest request, String body, HttpServletResponse response)
      throws IOException {
    boolean challenged =
        request.getRequestURI().startsWith("/guarded/")
            && request.getHeader("Authorization") == null;
    if (challenged) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"guarded\"");
    }
    boolean granted = !challenged && ids(body) == 1 && body.contains("client_id=" + clientId);
    int status = granted ? 200 : challenged ? 401 : 400;
    answer(request, body, response, status, "invalid_request");
  }

  private void answer(
      HttpServletRequest request,
      String body,
      HttpServletResponse response,
      int status,
      String error)
      throws IOException {
    record(request, body, status, status == 200 ? "" : error);
    ShapedAnswer.send(request, response, status, error);
  }

  private void record(HttpServletRequest request, String body, int status, String error) {
    server.record(TokenServlet.recorded(request, body, status, error));
  }

  private static int ids(String body) {
    return body.split("client_id=", -1).length - 1;
  }
}
