package dev.mcphotfix.testapp.server;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes a JSON body that no cache may keep (RFC 6749 section 5.1). */
final class JsonAnswer {
  private JsonAnswer() {}

  static void send(HttpServletResponse response, int status, JsonNode json) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
