package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What Netty's {@code Http2Headers} say of a request or of a response.
 *
 * @param headers of the library
 */
record NettyHttp2Header(Object headers) {

  /** One of the fields that are no field of HTTP/1.1; null where it is not there. */
  @Nullable String text(String pseudoField) {
    return text(HostCalls.call(headers, pseudoField));
  }

  /** Negative where it is that of no response, or a trailer. */
  int status() {
    String status = text("status");
    return status == null ? -1 : Integer.parseInt(status);
  }

  /** Where a client leaves the authority out, the field of HTTP/1.1 has it (RFC 9113, 8.3.1). */
  String url() {
    String authority = text("authority");
    authority = authority == null ? value("host") : authority;
    return text("scheme") + "://" + authority + text("path");
  }

  /** The first one; null where there is none. */
  @Nullable String value(String name) {
    return text(HostCalls.call(headers, "get", name));
  }

  /** All of them, by the name in any case. */
  List<String> values(String name) {
    List<?> values = (List<?>) HostCalls.answer(headers, "getAll", name.toLowerCase(Locale.ROOT));
    return values.stream().map(Object::toString).toList();
  }

  private static @Nullable String text(@Nullable Object characters) {
    return characters == null ? null : characters.toString();
  }
}
