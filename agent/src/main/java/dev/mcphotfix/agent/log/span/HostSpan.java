package dev.mcphotfix.agent.log.span;

import dev.mcphotfix.agent.host.LibraryType;
import java.util.Map;

/**
 * A span of the host's that records; not to be kept, since it holds the host's class loaders.
 *
 * @param copy the class of spans in the copy of the API by which it was found
 */
record HostSpan(Class<?> copy, Object span) {

  void addEvent(String name, Map<String, Object> attributes) {
    SpanApi.of(copy).addEvent(span, name, attributes);
  }

  /** Which library made it, and in whose class loader. */
  String origin() {
    return LibraryType.origin(span);
  }
}
