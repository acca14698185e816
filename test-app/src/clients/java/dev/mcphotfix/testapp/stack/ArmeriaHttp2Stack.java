package dev.mcphotfix.testapp.stack;

import com.linecorp.armeria.client.ClientFactory;

/** The WebClient of Armeria with the protocol of its own choice: HTTP/2 over TLS. */
public final class ArmeriaHttp2Stack extends ArmeriaStack {

  public ArmeriaHttp2Stack() {
    super(ClientFactory.builder());
  }
}
