package io.helidon.http;

import java.util.List;

/** As much of Helidon's type as the agent uses: Helidon itself cannot be loaded before JDK 21. */
public interface ClientRequestHeaders extends Iterable<ClientRequestHeaders.Field> {

  /** One field of the header. */
  record Field(String name, List<String> allValues) {}

  ClientRequestHeaders set(Field field);

  ClientRequestHeaders contentLength(long length);
}
