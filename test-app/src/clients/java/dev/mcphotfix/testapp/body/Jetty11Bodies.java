package dev.mcphotfix.testapp.body;

import java.beans.Expression;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The HttpClient of Jetty 11, called by reflection: its classes cannot be on one class path with
 * those of Jetty 12.
 */
public final class Jetty11Bodies extends BlockingSender {

  private static final String CLIENT = "org.eclipse.jetty.client.";

  private final Object client = started();

  /** Many bodies go side by side. */
  private static Object started() {
    Object client = call(load("HttpClient"), "new");
    call(client, "setMaxConnectionsPerDestination", 1000);
    call(client, "start");
    return client;
  }

  @Override
  public List<String> ways() {
    return List.of("bytes", "stream", "output");
  }

  @Override
  protected String post(OutgoingBody body) throws IOException {
    Object own = body.way().equals("stream") ? started() : client; // It blocks Jetty's threads.
    Object request = call(call(own, "newRequest", body.url()), "method", "POST");
    call(request, "timeout", body.timeout().toMillis(), TimeUnit.MILLISECONDS);
    call(request, "body", content(request, body));
    call(request, "headers", (Consumer<Object>) headers -> fill(headers, body));
    return (String) call(call(request, "send"), "getContentAsString");
  }

  private static void fill(Object headers, OutgoingBody body) {
    body.header().forEach((name, value) -> call(headers, "put", name, value));
    if (body.isTold()) {
      call(headers, "put", "Content-Length", Long.toString(body.length()));
    }
  }

  private static Object content(Object request, OutgoingBody body) throws IOException {
    return switch (body.way()) {
      case "bytes" ->
          call(load("util.BytesRequestContent"), "new", (Object) new byte[][] {body.bytes()});
      case "stream" -> call(load("util.InputStreamRequestContent"), "new", body.endingStream());
      default -> written(request, body);
    };
  }

  private static Object written(Object request, OutgoingBody body) {
    Object content = call(load("util.OutputStreamRequestContent"), "new");
    OutputStream out = (OutputStream) call(content, "getOutputStream");
    Pump.start(
        body.writtenStream(),
        new Pump.Sink() {
          @Override
          public void next(byte[] piece) throws IOException {
            out.write(piece);
          }

          @Override
          public void end() throws IOException {
            out.close();
          }

          @Override
          public void fail(IOException cause) {
            call(request, "abort", cause); // The content tells of it only sometimes.
          }
        });
    return content;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(CLIENT + name);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name, e);
    }
  }

  private static Object call(Object receiver, String method, Object... arguments) {
    try {
      return new Expression(receiver, method, arguments).getValue();
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }
}
