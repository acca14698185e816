package dev.mcphotfix.testapp.bench.program;

import java.util.LinkedHashMap;
import java.util.Map;

/** The form of a refresh that lacks the client_id. */
final class Form {

  private Form() {}

  static Map<String, String> refresh() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", "a-refresh-token");
    return form;
  }

  /** Its values need no escaping. */
  static String encoded(Map<String, String> form) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> field : form.entrySet()) {
      text.append(text.isEmpty() ? "" : "&");
      text.append(field.getKey()).append('=').append(field.getValue());
    }
    return text.toString();
  }
}
