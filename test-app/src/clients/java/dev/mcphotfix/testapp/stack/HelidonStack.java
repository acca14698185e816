package dev.mcphotfix.testapp.stack;

import static dev.mcphotfix.testapp.stack.HelidonCalls.call;
import static dev.mcphotfix.testapp.stack.HelidonCalls.load;

import dev.mcphotfix.testapp.server.Header;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The WebClient of Helidon 4 over HTTP/1.1. Credentials come from a service of the client, as
 * Helidon's own security has it. What would wait for a {@code 100 Continue} is a stream of known
 * length, and does not wait: Helidon takes Tomcat's for the answer over HTTP/1.1, and misses one in
 * ten over HTTP/2.
 */
public class HelidonStack implements StackClient {

  static final String HTTP_1_1 = "http/1.1";

  private static final String AUTHORIZATION = "Authorization";
  private static final String EXPECT = "Expect";

  private final Object client;

  public HelidonStack() {
    this(HTTP_1_1);
  }

  HelidonStack(String... protocols) {
    Object builder = HelidonCalls.builder();
    call(builder, "addService", authorization());
    call(builder, "tls", tls());
    call(builder, "sendExpectContinue", false);
    client = HelidonCalls.client(builder, protocols);
  }

  /** Helidon asks a certificate for the name that the server's address has here. */
  private static Object tls() {
    Object builder = call(load("common.tls.Tls"), "builder");
    return call(call(builder, "endpointIdentificationAlgorithm", "NONE"), "build");
  }

  private static Object authorization() {
    return HelidonCalls.implement(
        "webclient.spi.WebClientService",
        (proxy, method, arguments) -> {
          Object request = arguments[1];
          Object credentials = ((Map<?, ?>) call(request, "properties")).get(AUTHORIZATION);
          if (credentials != null) {
            HelidonCalls.header(call(request, "headers"), AUTHORIZATION, (String) credentials);
          }
          return call(arguments[0], "proceed", request);
        });
  }

  @Override
  public Answer send(Call call) {
    Object request = call(client, "method", call(load("http.Method"), "create", call.method()));
    call(request, "uri", call.url());
    for (Header header : call.headers()) {
      if (header.name().equals(AUTHORIZATION)) {
        call(request, "property", AUTHORIZATION, header.value());
      } else if (!header.name().equals(EXPECT)) {
        HelidonCalls.header(call(request, "headers"), header.name(), header.value());
      }
    }
    prepare(request, call);
    Object response = call.body().isEmpty() ? call(request, "request") : sent(request, call);
    Object status = call(response, "status");
    return new Answer((int) call(status, "code"), HelidonCalls.text(response));
  }

  /** Is done with each request before it is sent. */
  protected void prepare(Object request, Call call) {}

  private static Object sent(Object request, Call call) {
    byte[] bytes = call.body().getBytes(StandardCharsets.US_ASCII);
    boolean expects = call.headers().stream().anyMatch(header -> header.name().equals(EXPECT));
    if (!expects && call.kind() != BodyKind.STREAM) {
      return call(request, "submit", entity(call, bytes));
    }
    if (call.kind() != BodyKind.STREAM) {
      String length = Integer.toString(bytes.length);
      HelidonCalls.header(call(request, "headers"), "Content-Length", length);
    }
    return HelidonCalls.write(
        request,
        out -> {
          try (out) {
            out.write(bytes);
          }
        });
  }

  private static Object entity(Call call, byte[] bytes) {
    return switch (call.kind()) {
      case TEXT -> call.body();
      case BYTES, STREAM -> bytes;
      case FORM -> parameters(call);
    };
  }

  /** In the order of the call, as Helidon's own come in another one in each JVM. */
  private static Object parameters(Call call) {
    Map<String, String> ordered = call.parameters();
    Object own =
        call(load("common.parameters.Parameters"), "createSingleValueMap", "form", ordered);
    return HelidonCalls.implement(
        "common.parameters.Parameters",
        (proxy, method, arguments) ->
            method.getName().equals("names")
                ? ordered.keySet()
                : call(own, method.getName(), arguments == null ? new Object[0] : arguments));
  }

  @Override
  public void close() {
    call(client, "closeResource");
  }
}
