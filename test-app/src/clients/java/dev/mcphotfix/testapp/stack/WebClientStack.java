package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestBodySpec;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Spring's WebClient on Reactor Netty. */
public final class WebClientStack implements StackClient {

  private final WebClient client = WebClient.create();

  @Override
  public Answer send(Call call) {
    RequestBodySpec request =
        client
            .method(HttpMethod.valueOf(call.method()))
            .uri(call.url())
            .headers(
                headers -> {
                  for (Header header : call.headers()) {
                    headers.add(header.name(), header.value());
                  }
                });
    RequestHeadersSpec<?> ready = call.body().isEmpty() ? request : request.body(body(call));
    Mono<Answer> answer =
        ready.exchangeToMono(
            response ->
                response
                    .bodyToMono(String.class)
                    .defaultIfEmpty("")
                    .map(text -> new Answer(response.statusCode().value(), text)));
    return call.kind() == BodyKind.TEXT
        ? answer.blockOptional().orElseThrow()
        : answer.toFuture().join();
  }

  private static BodyInserter<?, ? super ClientHttpRequest> body(Call call) {
    byte[] bytes = call.body().getBytes(StandardCharsets.US_ASCII);
    return switch (call.kind()) {
      case TEXT -> BodyInserters.fromValue(call.body());
      case BYTES -> BodyInserters.fromValue(bytes);
      case STREAM -> BodyInserters.fromDataBuffers(parts(bytes));
      case FORM -> BodyInserters.fromFormData(form(call.body()));
    };
  }

  private static Flux<DataBuffer> parts(byte[] bytes) {
    int half = bytes.length / 2;
    return Flux.just(Arrays.copyOf(bytes, half), Arrays.copyOfRange(bytes, half, bytes.length))
        .map(DefaultDataBufferFactory.sharedInstance::wrap);
  }

  private static MultiValueMap<String, String> form(String encoded) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    for (String parameter : encoded.split("&", -1)) {
      String[] nameAndValue = parameter.split("=", 2);
      form.add(nameAndValue[0], URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8));
    }
    return form;
  }
}
