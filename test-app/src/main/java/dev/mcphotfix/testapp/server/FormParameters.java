package dev.mcphotfix.testapp.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a form body, none of them repeated (RFC 6749 section 3.2). */
final class FormParameters {
  /** The one parameter that may be repeated (RFC 8707 section 2). */
  private static final String RESOURCE = "resource";

  private final Map<String, String> values;

  private FormParameters(Map<String, String> values) {
    this.values = values;
  }

  static FormParameters parse(String form) throws OAuthException {
    Map<String, String> values = new HashMap<>();
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (values.put(name, value) != null && !name.equals(RESOURCE)) {
        throw OAuthException.invalidRequest("parameter " + name + " is repeated");
      }
    }
    return new FormParameters(values);
  }

  /**
   * The value; empty where the parameter is absent or has none, which is the same (section 3.2).
   */
  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  String require(String name) throws OAuthException {
    return find(name)
        .orElseThrow(() -> OAuthException.invalidRequest("parameter " + name + " is missing"));
  }

  private static String decode(String text) throws OAuthException {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw OAuthException.invalidRequest("the body is no form");
    }
  }
}
