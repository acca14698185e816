package dev.mcphotfix.agent.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a token request in a {@code Map<String, String>} or a {@code Map<String,
 * List<String>>} of the host.
 */
final class ParameterMap {

  private final Map<String, Object> parameters;
  private final String property;

  private ParameterMap(Map<String, Object> parameters, String property) {
    this.parameters = parameters;
    this.property = property;
  }

  /** Null for a map of anything else. */
  @SuppressWarnings("unchecked") // All keys were looked at.
  static @Nullable ParameterMap of(Map<?, ?> map, String property) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String) || !isValue(entry.getValue())) {
        return null;
      }
    }
    return new ParameterMap((Map<String, Object>) map, property);
  }

  private static boolean isValue(@Nullable Object value) {
    if (value instanceof List<?> values) {
      return values.stream().allMatch(each -> each == null || each instanceof String);
    }
    return value == null || value instanceof String;
  }

  /** The form that a client would send for them; a value of null is sent as an empty one. */
  String form() {
    StringBuilder form = new StringBuilder();
    for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
      String name = parameter.getKey().equals(property) ? "client_id" : parameter.getKey();
      for (String value : values(parameter.getValue())) {
        form.append(form.isEmpty() ? "" : "&").append(encode(name)).append('=');
        form.append(encode(value));
      }
    }
    return form.toString();
  }

  /**
   * The parameters with the id, in the same order: a copy, since a host may use its map again for
   * another server; its own map where the type is not one of the JDK's usual ones.
   */
  Map<String, Object> with(String clientId) {
    Object value = hasLists() ? new ArrayList<>(List.of(clientId)) : clientId;
    try {
      Map<String, Object> changed = isUsual() ? new LinkedHashMap<>(parameters) : parameters;
      changed.put(property, value);
      return changed;
    } catch (UnsupportedOperationException unmodifiable) {
      Map<String, Object> copy = new LinkedHashMap<>(parameters);
      copy.put(property, value);
      return copy;
    }
  }

  /** A parameter that takes one of these takes a LinkedHashMap as well. */
  private boolean isUsual() {
    return parameters.getClass() == HashMap.class || parameters.getClass() == LinkedHashMap.class;
  }

  private boolean hasLists() {
    for (Object value : parameters.values()) {
      if (value instanceof List<?>) {
        return true;
      }
    }
    return false;
  }

  private static List<String> values(@Nullable Object value) {
    List<String> values = new ArrayList<>();
    if (value instanceof List<?> many) {
      many.forEach(each -> values.add(each == null ? "" : (String) each));
    } else {
      values.add(value == null ? "" : (String) value);
    }
    return values;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
