package dev.mcphotfix.agent.oauth.request;

import java.util.List;

/** The header of a request, as its HTTP stack keeps it. */
@FunctionalInterface
public interface HeaderFields {

  /**
   * A request whose header is not known, as that of a rule on a method that builds the form. No
   * lambda, which would cost time at the first request.
   */
  HeaderFields UNKNOWN =
      new HeaderFields() {
        @Override
        public List<String> values(String name) {
          return List.of();
        }
      };

  /** All values of the field of that name, compared without case; empty where there is none. */
  List<String> values(String name);
}
