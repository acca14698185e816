package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.Header;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.stack.Stack;
import java.util.List;
import java.util.Set;

/** What must arrive with the agent where something else arrives without it. */
final class Arrivals {

  static final String CLIENT_ID = "my-static-client";

  /**
   * The hooks of libraries that send the header of a request with {@code Expect: 100-continue}, and
   * the length with it, before the body is asked for: such a body is left alone.
   */
  private static final Set<String> LENGTH_FIRST =
      Set.of("jetty", "reactor-netty", "vertx", "micronaut", "async-http-client", "armeria");

  /** The call of which it is not looked at what becomes of it. */
  static final String RACE = "healed-moved-stream";

  private Arrivals() {}

  /**
   * All but what a redirect makes of a stream that was read: whether the JDK's client still sends
   * that without a body is a race of its own.
   */
  static List<RecordedRequest> at(RecordingServer server) {
    return server.takeRequests().stream()
        .filter(
            request ->
                !request.target().equals("/moved/token") || !request.header("X-Call").equals(RACE))
        .toList();
  }

  static void compare(List<RecordedRequest> plain, List<RecordedRequest> patched, Stack stack) {
    assertThat(targets(patched)).isEqualTo(targets(plain));
    for (int i = 0; i < plain.size(); i++) {
      compare(plain.get(i), patched.get(i), stack);
    }
  }

  private static List<String> targets(List<RecordedRequest> requests) {
    return requests.stream()
        .map(request -> request.header("X-Call") + " to " + request.target())
        .toList();
  }

  private static void compare(RecordedRequest plain, RecordedRequest patched, Stack stack) {
    String call = plain.header("X-Call");
    if (!isHealed(plain) || (mayBeLeftAlone(plain, stack) && patched.body().equals(plain.body()))) {
      assertThat(patched).as(call).isEqualTo(plain);
    } else {
      assertThat(patched.body()).as(call).isEqualTo(healed(plain.body()));
      assertThat(patched.status()).as(call).isEqualTo(plain.status() == 400 ? 200 : plain.status());
      assertThat(patched.protocol()).isEqualTo(plain.protocol());
      assertThat(unframed(patched)).as(call).isEqualTo(unframed(plain));
    }
  }

  /** A stream that a redirect finds empty has no refresh in it. */
  static boolean isHealed(RecordedRequest plain) {
    return plain.header("X-Call").startsWith("healed-") && plain.body().contains("grant_type=");
  }

  /**
   * Where a library looks after redirects and challenges behind the hook, the id goes with the
   * body; where it does so before, each of these requests is decided about.
   */
  static boolean mayBeLeftAlone(RecordedRequest plain, Stack stack) {
    boolean lengthOfItsOwn =
        plain.header("X-Call").equals("healed-length") && stack.hook().equals("ktor");
    return lengthOfItsOwn
        || plain.target().equals("/elsewhere")
        || !plain.header("Authorization").isEmpty()
        || (!plain.header("Expect").isEmpty() && LENGTH_FIRST.contains(stack.hook()));
  }

  private static String healed(String body) {
    if (body.contains("client_id=")) {
      return body.replaceFirst("client_id=(null)?", "client_id=" + CLIENT_ID);
    }
    return body + "&client_id=" + CLIENT_ID;
  }

  /** Every header but the length, and whether there was one. */
  private static List<Header> unframed(RecordedRequest request) {
    return request.headers().stream()
        .map(
            header ->
                header.name().equalsIgnoreCase("Content-Length")
                    ? new Header(header.name(), "")
                    : header)
        .toList();
  }
}
