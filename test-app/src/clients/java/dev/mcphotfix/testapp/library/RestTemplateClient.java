package dev.mcphotfix.testapp.library;

import java.net.URI;
import java.util.Objects;
import org.springframework.web.client.RestTemplate;

/** Spring's RestTemplate, with one of its request factories. */
final class RestTemplateClient implements RefreshClient {

  private final String factory;

  RestTemplateClient(String factory) {
    this.factory = factory;
  }

  @Override
  public String refresh(URI tokenEndpoint, String refreshToken)
      throws ReflectiveOperationException {
    String answer =
        new RestTemplate(SpringForm.factory(factory))
            .postForObject(tokenEndpoint, SpringForm.refresh(refreshToken), String.class);
    return Objects.requireNonNull(answer);
  }
}
