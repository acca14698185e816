package dev.mcphotfix.testapp.stack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.Dsl;
import org.asynchttpclient.RequestBuilder;
import org.asynchttpclient.Response;
import org.asynchttpclient.request.body.generator.ByteArrayBodyGenerator;

/** AsyncHttpClient; arrays of bytes by one of its body generators, which writes them in pieces. */
public final class AsyncHttpClientStack implements StackClient {

  private final AsyncHttpClient client = Dsl.asyncHttpClient();

  @Override
  public Answer send(Call call) throws IOException, InterruptedException {
    RequestBuilder request = new RequestBuilder(call.method()).setUrl(call.url().toString());
    call.headers().forEach(header -> request.addHeader(header.name(), header.value()));
    if (!call.body().isEmpty()) {
      addBody(request, call);
    }
    try {
      Response response = client.executeRequest(request.build()).get();
      return new Answer(response.getStatusCode(), response.getResponseBody());
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private static void addBody(RequestBuilder request, Call call) {
    byte[] bytes = call.body().getBytes(StandardCharsets.US_ASCII);
    switch (call.kind()) {
      case TEXT -> request.setBody(call.body());
      case BYTES -> request.setBody(new ByteArrayBodyGenerator(bytes));
      case STREAM -> request.setBody(new ByteArrayInputStream(bytes));
      case FORM -> call.parameters().forEach(request::addFormParam);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
