package dev.mcphotfix.testapp.library;

import java.net.URI;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Spring's RestClient, with one of its request factories. */
final class RestClientClient implements RefreshClient {

  private final RestClient client;

  RestClientClient(String factory) throws ReflectiveOperationException {
    client = RestClient.builder().requestFactory(SpringForm.factory(factory)).build();
  }

  @Override
  public String refresh(URI tokenEndpoint, String refreshToken) {
    String answer =
        client
            .post()
            .uri(tokenEndpoint)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .body(SpringForm.refresh(refreshToken))
            .retrieve()
            .body(String.class);
    return Objects.requireNonNull(answer);
  }
}
