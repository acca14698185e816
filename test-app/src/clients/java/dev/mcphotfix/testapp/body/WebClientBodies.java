package dev.mcphotfix.testapp.body;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** Spring's WebClient on Reactor Netty. */
public final class WebClientBodies implements BodySender {

  private final WebClient client =
      WebClient.builder()
          .clientConnector(new ReactorClientHttpConnector(HttpClient.newConnection()))
          .build();

  @Override
  public List<String> ways() {
    return List.of("flux");
  }

  @Override
  public CompletableFuture<String> send(OutgoingBody body) {
    return client
        .post()
        .uri(body.url())
        .headers(
            headers -> {
              body.header().forEach(headers::set);
              if (body.isTold()) {
                headers.setContentLength(body.length());
              }
            })
        .body(
            BodyInserters.fromDataBuffers(
                PumpedFlux.of(body.stream(), DefaultDataBufferFactory.sharedInstance::wrap)))
        .retrieve()
        .bodyToMono(String.class)
        .timeout(body.timeout())
        .toFuture();
  }
}
