package dev.mcphotfix.testapp.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Records whatever arrives; grants what has the right id. */
final class RecordingServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final String clientId;
  private final transient Consumer<RecordedRequest> recorder;

  RecordingServlet(String clientId, Consumer<RecordedRequest> recorder) {
    this.clientId = clientId;
    this.recorder = recorder;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    boolean granted = ids(body) == 1 && body.contains("client_id=" + clientId);
    int status = granted ? 200 : 400;
    String error = granted ? "" : "invalid_request";
    recorder.accept(TokenServlet.recorded(request, body, status, error));
    JsonAnswer.send(response, status, granted ? granted() : refused());
  }

  private static int ids(String body) {
    return body.split("client_id=", -1).length - 1;
  }

  private static ObjectNode granted() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("access_token", "a")
        .put("token_type", "Bearer");
  }

  private static ObjectNode refused() {
    return JsonNodeFactory.instance.objectNode().put("error", "invalid_request");
  }
}
