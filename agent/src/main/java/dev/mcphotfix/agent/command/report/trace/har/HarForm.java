package dev.mcphotfix.agent.command.report.trace.har;

import dev.mcphotfix.agent.command.log.Shown;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedStep;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The body of a token request: the names of its parameters, and the values that are told. */
final class HarForm {

  private HarForm() {}

  static Map<String, Object> of(TracedStep request) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("mimeType", "application/x-www-form-urlencoded");
    data.put("params", parameters(request));
    data.put("text", text(request));
    data.put("comment", "The log has names, and values only where they are no secret; else ***.");
    return data;
  }

  private static List<Object> parameters(TracedStep request) {
    List<Object> parameters = new ArrayList<>();
    for (String name : names(request)) {
      Map<String, Object> parameter = new LinkedHashMap<>();
      parameter.put("name", Shown.name(name));
      String value = value(request, name);
      if (value != null) {
        parameter.put("value", value);
      }
      parameters.add(parameter);
    }
    return parameters;
  }

  /** The same for those that show nothing else, as browsers do. */
  private static String text(TracedStep request) {
    StringJoiner text = new StringJoiner("&");
    for (String name : names(request)) {
      String value = value(request, name);
      text.add(encoded(Shown.name(name)) + '=' + (value == null ? "***" : encoded(value)));
    }
    return text.toString();
  }

  private static List<String> names(TracedStep request) {
    String names = request.entry().textOr("parameters", "");
    return names.isEmpty() ? List.of() : List.of(names.split(",", -1));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static @Nullable String value(TracedStep request, String name) {
    return switch (name) {
      case "grant_type" -> request.facts().get("grant");
      case "scope", "resource" -> request.facts().get(name);
      default -> null;
    };
  }
}
