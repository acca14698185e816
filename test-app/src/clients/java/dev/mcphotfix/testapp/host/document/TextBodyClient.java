package dev.mcphotfix.testapp.host.document;

import dev.mcphotfix.testapp.host.Form;
import dev.mcphotfix.testapp.host.TokenResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClient;

/** Token requests by Spring's WebClient, with a form that is text already. */
final class TextBodyClient {
  private final WebClient client = WebClient.create();

  /** Sends the form; anything but success is an {@link IOException} that names the status. */
  TokenResponse post(URI tokenEndpoint, Map<String, String> form) throws IOException {
    ResponseEntity<String> answer =
        client
            .post()
            .uri(tokenEndpoint)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .bodyValue(Form.encode(form))
            .exchangeToMono(response -> response.toEntity(String.class))
            .blockOptional()
            .orElseThrow();
    return TokenResponse.of(
        answer.getStatusCode().value(), Objects.requireNonNull(answer.getBody()));
  }
}
