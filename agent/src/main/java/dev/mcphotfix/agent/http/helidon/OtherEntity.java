package dev.mcphotfix.agent.http.helidon;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import java.util.function.Consumer;

/**
 * The bytes that go out in place of an entity over HTTP/1.1: the library sets their length in the
 * header, writes that to a buffer, and the entity behind it.
 */
final class OtherEntity {

  private final byte[] own;
  private final byte[] other;
  private final Consumer<Throwable> failures;

  OtherEntity(byte[] own, byte[] other, Consumer<Throwable> failures) {
    this.own = own;
    this.other = other;
    this.failures = failures;
  }

  /** Stands in for the {@code ClientRequestHeaders}, which get the length of the other bytes. */
  Object headers(Object headers) {
    return StandIn.of(
            headers,
            failures,
            call ->
                call.is("set") && HelidonRequest.isNamed(call.argument(0), "Content-Length")
                    ? HostCalls.call(headers, "contentLength", (long) other.length)
                    : call.pass())
        .as(LibraryType.near(headers, "io.helidon.http.ClientRequestHeaders"));
  }

  /** Stands in for the {@code BufferData}, which is given the other bytes. */
  Object buffer(Object buffer) {
    return StandIn.of(
            buffer,
            failures,
            call -> call.argument(0) == own ? call.passWith((Object) other) : call.pass())
        .as(LibraryType.near(buffer, "io.helidon.common.buffers.BufferData"));
  }
}
