package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClient.RequestSender;
import reactor.netty.http.client.HttpClient.ResponseReceiver;
import reactor.netty.http.client.HttpClientForm;

/**
 * Reactor Netty: a text and an array of bytes are one buffer, which is sent with its head; a stream
 * is several, sent in chunks behind it.
 */
public class ReactorNettyStack implements StackClient {

  private final HttpClient client;

  public ReactorNettyStack() {
    this(HttpClient.create());
  }

  ReactorNettyStack(HttpClient client) {
    this.client = client;
  }

  @Override
  public final Answer send(Call call) {
    RequestSender request =
        client
            .headers(
                headers -> {
                  for (Header header : call.headers()) {
                    headers.add(header.name(), header.value());
                  }
                })
            .request(HttpMethod.valueOf(call.method()))
            .uri(call.url());
    ResponseReceiver<?> receiver = call.body().isEmpty() ? request : withBody(request, call);
    Mono<Answer> answer =
        receiver.responseSingle(
            (response, body) ->
                body.asString(StandardCharsets.UTF_8)
                    .defaultIfEmpty("")
                    .map(text -> new Answer(response.status().code(), text)));
    return call.kind() == BodyKind.TEXT
        ? answer.blockOptional().orElseThrow()
        : answer.toFuture().join();
  }

  private static ResponseReceiver<?> withBody(RequestSender request, Call call) {
    byte[] bytes = call.body().getBytes(StandardCharsets.US_ASCII);
    return switch (call.kind()) {
      case TEXT -> request.send(ByteBufMono.fromString(Mono.just(call.body())));
      case BYTES -> request.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(bytes)));
      case STREAM -> request.send(ByteBufFlux.fromInbound(parts(bytes)));
      case FORM -> request.sendForm((head, form) -> fill(form, call.body()));
    };
  }

  private static Flux<ByteBuf> parts(byte[] bytes) {
    int half = bytes.length / 2;
    return Flux.just(Arrays.copyOf(bytes, half), Arrays.copyOfRange(bytes, half, bytes.length))
        .map(Unpooled::wrappedBuffer);
  }

  private static void fill(HttpClientForm form, String encoded) {
    for (String parameter : encoded.split("&", -1)) {
      String[] nameAndValue = parameter.split("=", 2);
      form.attr(nameAndValue[0], URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8));
    }
  }
}
