package dev.mcphotfix.testapp.stack;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;

/**
 * Vert.x where it is configured for HTTP/2, which the server is asked for over TLS. Plainly it
 * would ask each new connection to be upgraded, and which is new hangs on the answers before.
 */
public final class VertxHttp2Stack implements StackClient {

  private final VertxStack plain = new VertxStack();
  private final VertxStack secure = new VertxStack(Vertx.vertx(), options());

  private static WebClientOptions options() {
    WebClientOptions options = new WebClientOptions();
    options.setProtocolVersion(HttpVersion.HTTP_2);
    options.setUseAlpn(true);
    return options;
  }

  @Override
  public Answer send(Call call) {
    return (call.url().getScheme().equals("https") ? secure : plain).send(call);
  }

  @Override
  public void close() throws IOException {
    plain.close();
    secure.close();
  }
}
