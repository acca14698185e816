package dev.mcphotfix.testapp.host.repository;

import dev.mcphotfix.testapp.host.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The form of a refresh; a row without a client makes it {@code client_id=}. */
final class RefreshForm {
  private RefreshForm() {}

  static String of(StoredCredential row, String resource) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("grant_type", "refresh_token");
    parameters.put("client_id", Objects.requireNonNullElse(row.getClientId(), ""));
    parameters.put("refresh_token", row.getRefreshToken());
    parameters.put("resource", resource);
    return Form.encode(parameters);
  }
}
