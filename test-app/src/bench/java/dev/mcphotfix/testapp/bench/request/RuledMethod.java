package dev.mcphotfix.testapp.bench.request;

import java.net.URI;
import java.util.Map;

/** Has the method of a rule, in which next to nothing is done. */
final class RuledMethod {

  private RuledMethod() {}

  static int post(URI endpoint, Map<String, String> form) {
    return endpoint.hashCode() + form.size();
  }
}
