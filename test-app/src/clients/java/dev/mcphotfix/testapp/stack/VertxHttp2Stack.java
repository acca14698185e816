package dev.mcphotfix.testapp.stack;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.client.WebClientOptions;

/** Vert.x where it is configured for HTTP/2, which the server is asked for over TLS. */
public final class VertxHttp2Stack extends VertxStack {

  public VertxHttp2Stack() {
    super(Vertx.vertx(), options());
  }

  private static WebClientOptions options() {
    WebClientOptions options = new WebClientOptions();
    options.setProtocolVersion(HttpVersion.HTTP_2);
    options.setUseAlpn(true);
    return options;
  }
}
