package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.FormRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.util.Fields;

/**
 * Jetty's HttpClient from 12 on; forms and arrays of bytes asynchronously, everything else
 * synchronously. The type of a text and of a form is told by the content, not by the header.
 */
public final class JettyStack implements StackClient {

  private final HttpClient client = new HttpClient();

  public JettyStack() throws Exception {
    client.start();
  }

  @Override
  public Answer send(Call call) throws IOException, InterruptedException {
    Request request = client.newRequest(call.url()).method(call.method());
    String type = "";
    for (Header header : call.headers()) {
      if (header.name().equals("Content-Type")) {
        type = header.value();
      } else {
        request.headers(headers -> headers.add(header.name(), header.value()));
      }
    }
    if (!call.body().isEmpty()) {
      request.body(body(call, type));
    }
    try {
      ContentResponse response =
          switch (call.kind()) {
            case TEXT, STREAM -> request.send();
            case BYTES, FORM -> new CompletableResponseListener(request).send().join();
          };
      return new Answer(response.getStatus(), response.getContentAsString());
    } catch (TimeoutException | ExecutionException | CompletionException e) {
      throw new IOException(e);
    }
  }

  /** A stream is made as all versions can; the newest prefers to be given a pool of buffers. */
  @SuppressWarnings("deprecation")
  private static Request.Content body(Call call, String type) {
    byte[] bytes = call.body().getBytes(StandardCharsets.US_ASCII);
    return switch (call.kind()) {
      case TEXT -> new StringRequestContent(type, call.body());
      case BYTES -> new BytesRequestContent(type, bytes);
      case STREAM -> new InputStreamRequestContent(type, new ByteArrayInputStream(bytes));
      case FORM -> new FormRequestContent(fields(call.body()));
    };
  }

  private static Fields fields(String encoded) {
    Fields fields = new Fields();
    for (String parameter : encoded.split("&", -1)) {
      String[] nameAndValue = parameter.split("=", 2);
      fields.add(nameAndValue[0], URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  @Override
  public void close() throws IOException {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
