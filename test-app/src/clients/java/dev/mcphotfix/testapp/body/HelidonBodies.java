package dev.mcphotfix.testapp.body;

import static dev.mcphotfix.testapp.stack.HelidonCalls.call;

import dev.mcphotfix.testapp.stack.HelidonCalls;
import java.io.IOException;
import java.util.List;

/** Helidon's WebClient, which blocks: what waits for a {@code 100 Continue}, and what does not. */
public final class HelidonBodies extends BlockingSender {

  private static final String EXPECTING = "expecting";

  private final Object client = HelidonCalls.client(HelidonCalls.builder(), "http/1.1");

  @Override
  public List<String> ways() {
    return List.of("bytes", "written", EXPECTING);
  }

  @Override
  protected String post(OutgoingBody body) throws IOException {
    Object request = call(client, "post", body.url().toString());
    call(request, "keepAlive", false);
    call(request, "readTimeout", body.timeout());
    body.header()
        .forEach((name, value) -> HelidonCalls.header(call(request, "headers"), name, value));
    if (body.isTold()) {
      HelidonCalls.header(call(request, "headers"), "Content-Length", Long.toString(body.length()));
    }
    return HelidonCalls.text(
        body.way().equals("bytes")
            ? call(request, "submit", body.bytes())
            : written(request, body));
  }

  private static Object written(Object request, OutgoingBody body) {
    call(request, "sendExpectContinue", body.way().equals(EXPECTING));
    return HelidonCalls.write(
        request,
        out -> {
          body.stream().transferTo(out);
          out.close(); // Not where it breaks off, which would make it a whole one.
        });
  }
}
