package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.http.HttpEntity;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.apache.http.nio.entity.NByteArrayEntity;

/** HttpAsyncClient 4; an array of bytes is an entity of its own. */
public final class Apache4AsyncStack implements StackClient {

  private final CloseableHttpAsyncClient client = HttpAsyncClients.createDefault();

  public Apache4AsyncStack() {
    client.start();
  }

  @Override
  public Answer send(Call call) throws IOException, InterruptedException {
    RequestBuilder request = RequestBuilder.create(call.method()).setUri(call.url());
    for (Header header : call.headers()) {
      request.addHeader(header.name(), header.value());
    }
    if (!call.body().isEmpty()) {
      request.setEntity(body(call));
    }
    try {
      return Apache4Stack.answer(client.execute(request.build(), null).get());
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
  }

  private static HttpEntity body(Call call) throws IOException {
    return call.kind() == BodyKind.BYTES
        ? new NByteArrayEntity(call.body().getBytes(StandardCharsets.US_ASCII))
        : Apache4Stack.body(call);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
