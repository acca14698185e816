package dev.mcphotfix.testapp.host.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcphotfix.testapp.host.Form;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of a refresh; who the client is, it knows from the saved record alone. */
final class RefreshRequest {
  private RefreshRequest() {}

  static String of(ObjectNode entry) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("grant_type", "refresh_token");
    parameters.put("refresh_token", entry.path("refreshToken").asText());
    if (entry.hasNonNull("clientId")) {
      parameters.put("client_id", entry.path("clientId").asText());
    }
    return Form.encode(parameters);
  }
}
