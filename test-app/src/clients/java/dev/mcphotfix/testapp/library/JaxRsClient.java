package dev.mcphotfix.testapp.library;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Any JAX-RS client, by the interface that all of them implement. */
class JaxRsClient implements RefreshClient {

  Client client() {
    return ClientBuilder.newClient();
  }

  @Override
  public final String refresh(URI tokenEndpoint, String refreshToken) {
    Form form =
        new Form().param("grant_type", "refresh_token").param("refresh_token", refreshToken);
    try (Client client = client();
        Response answer = client.target(tokenEndpoint).request().post(Entity.form(form))) {
      return answer.readEntity(String.class);
    }
  }
}
