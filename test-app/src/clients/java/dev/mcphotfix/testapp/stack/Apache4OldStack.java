package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import java.io.IOException;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.impl.client.DefaultHttpClient;

/** Apache HttpClient 4 as it was used before 4.3, which prefers builders. */
@SuppressWarnings("deprecation")
public final class Apache4OldStack implements StackClient {

  private final HttpClient client = new DefaultHttpClient();

  @Override
  public Answer send(Call call) throws IOException {
    Request request = new Request(call);
    for (Header header : call.headers()) {
      request.addHeader(header.name(), header.value());
    }
    if (!call.body().isEmpty()) {
      request.setEntity(Apache4Stack.body(call));
    }
    return client.execute(request, Apache4Stack::answer);
  }

  @Override
  public void close() {
    client.getConnectionManager().shutdown();
  }

  private static final class Request extends HttpEntityEnclosingRequestBase {

    private final String method;

    Request(Call call) {
      method = call.method();
      setURI(call.url());
    }

    @Override
    public String getMethod() {
      return method;
    }
  }
}
