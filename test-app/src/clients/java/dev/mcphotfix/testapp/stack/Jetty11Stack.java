package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import java.beans.Expression;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The HttpClient of Jetty 11, called by reflection: its classes cannot be on one class path with
 * those of Jetty 12. Otherwise as {@link JettyStack}, but that forms have their type in the header.
 */
public final class Jetty11Stack implements StackClient {

  private static final String CLIENT = "org.eclipse.jetty.client.";

  private final Object client = create(CLIENT + "HttpClient");

  public Jetty11Stack() throws IOException {
    call(client, "start");
  }

  @Override
  public Answer send(Call call) throws IOException {
    Object request = call(call(client, "newRequest", call.url()), "method", call.method());
    String type = "";
    for (Header header : call.headers()) {
      type = header.name().equals("Content-Type") ? header.value() : type;
      if (!header.name().equals("Content-Type") || call.kind() == BodyKind.FORM) {
        call(request, "headers", (Consumer<Object>) headers -> add(header, headers));
      }
    }
    if (!call.body().isEmpty()) {
      call(request, "body", body(call, type));
    }
    Object response =
        switch (call.kind()) {
          case TEXT, STREAM -> call(request, "send");
          case BYTES, FORM ->
              sentWith(create(CLIENT + "util.FutureResponseListener", request), request);
        };
    return new Answer(
        (int) call(response, "getStatus"), (String) call(response, "getContentAsString"));
  }

  private static Object body(Call call, String type) throws IOException {
    byte[] bytes = call.body().getBytes(StandardCharsets.US_ASCII);
    String util = CLIENT + "util.";
    return switch (call.kind()) {
      case TEXT -> create(util + "StringRequestContent", type, call.body());
      case BYTES -> create(util + "BytesRequestContent", type, new byte[][] {bytes});
      case STREAM ->
          create(util + "InputStreamRequestContent", type, new ByteArrayInputStream(bytes));
      case FORM -> create(util + "FormRequestContent", fields(call.body()));
    };
  }

  private static Object fields(String encoded) throws IOException {
    Object fields = create("org.eclipse.jetty.util.Fields");
    for (String parameter : encoded.split("&", -1)) {
      String[] nameAndValue = parameter.split("=", 2);
      String value = URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8);
      call(fields, "add", nameAndValue[0], value);
    }
    return fields;
  }

  private static Object sentWith(Object listener, Object request) throws IOException {
    call(request, "send", listener);
    return call(listener, "get");
  }

  private static void add(Header header, Object headers) {
    try {
      call(headers, "add", header.name(), header.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object create(String className, Object... arguments) throws IOException {
    try {
      return call(Class.forName(className), "new", arguments);
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }

  private static Object call(Object receiver, String method, Object... arguments)
      throws IOException {
    try {
      return new Expression(receiver, method, arguments).getValue();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    call(client, "stop");
  }
}
