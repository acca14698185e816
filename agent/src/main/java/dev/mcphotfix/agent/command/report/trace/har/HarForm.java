package dev.mcphotfix.agent.command.report.trace.har;

import dev.mcphotfix.agent.command.log.Shown;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a token request: the names of its parameters, and the values that are told. */
final class HarForm {

  private HarForm() {}

  static Map<String, Object> of(TracedStep request) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("mimeType", "application/x-www-form-urlencoded");
    data.put("params", parameters(request));
    data.put("text", "");
    data.put("comment", "The log has names, and values only where they are no secret.");
    return data;
  }

  private static List<Object> parameters(TracedStep request) {
    List<Object> parameters = new ArrayList<>();
    for (String name : request.entry().textOr("parameters", "").split(",", -1)) {
      if (!name.isEmpty()) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", Shown.name(name));
        String value = value(request, name);
        if (value != null) {
          parameter.put("value", value);
        }
        parameters.add(parameter);
      }
    }
    return parameters;
  }

  private static @Nullable String value(TracedStep request, String name) {
    return switch (name) {
      case "grant_type" -> request.facts().get("grant");
      case "scope", "resource" -> request.facts().get(name);
      default -> null;
    };
  }
}
