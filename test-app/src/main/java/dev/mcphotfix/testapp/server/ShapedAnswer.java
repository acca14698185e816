package dev.mcphotfix.testapp.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A token response in the shape that the request's query asks for. */
final class ShapedAnswer {

  private ShapedAnswer() {}

  static void send(
      HttpServletRequest request, HttpServletResponse response, int status, String error)
      throws IOException {
    String shape = String.valueOf(request.getQueryString()).replaceFirst("=$", ""); // Of Helidon.
    String accepted = String.valueOf(request.getHeader("Accept-Encoding"));
    ObjectNode json = status == 200 ? granted(request) : refused(error, shape);
    byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("application/json");
    if (shape.equals("slow")) {
      response.flushBuffer();
    }
    if (shape.equals("zipped") && accepted.contains("gzip")) {
      response.setHeader("Content-Encoding", "gzip");
      body = zipped(body);
    }
    response.getOutputStream().write(body);
  }

  /** Where servers share it, the refresh token is rotated, to one that no other server knows. */
  private static ObjectNode granted(HttpServletRequest request) {
    ObjectNode granted =
        JsonNodeFactory.instance.objectNode().put("access_token", "a").put("token_type", "Bearer");
    return request.getRequestURI().startsWith("/shared/")
        ? granted.put("refresh_token", "rotated-" + request.getLocalPort())
        : granted;
  }

  private static ObjectNode refused(String error, String shape) {
    String more = shape.equals("long") ? " at all".repeat(5000) : "";
    return JsonNodeFactory.instance
        .objectNode()
        .put("error", error)
        .put("error_description", "no client is named" + more);
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(bytes);
    }
    return zipped.toByteArray();
  }
}
