package dev.mcphotfix.testapp.library;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;

/** Jersey with one of its connectors. */
final class JerseyClient extends JaxRsClient {

  private final String connector;

  JerseyClient(String connector) {
    this.connector = connector;
  }

  @Override
  Client client() {
    return ClientBuilder.newBuilder()
        .property("jersey.config.client.connector.provider", "org.glassfish.jersey." + connector)
        .build();
  }
}
