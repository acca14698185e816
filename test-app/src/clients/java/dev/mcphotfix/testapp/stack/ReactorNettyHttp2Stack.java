package dev.mcphotfix.testapp.stack;

import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;

/** Reactor Netty where it is configured for HTTP/2, which the server is asked for over TLS. */
public final class ReactorNettyHttp2Stack extends ReactorNettyStack {

  public ReactorNettyHttp2Stack() {
    super(HttpClient.create().protocol(HttpProtocol.HTTP11, HttpProtocol.H2));
  }
}
