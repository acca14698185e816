package dev.mcphotfix.testapp.body;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Reactor Netty: one buffer, or as many as come. */
public final class ReactorNettyBodies implements BodySender {

  private final HttpClient client = HttpClient.newConnection();

  @Override
  public List<String> ways() {
    return List.of("mono", "flux");
  }

  @Override
  public CompletableFuture<String> send(OutgoingBody body) throws IOException {
    return client
        .headers(
            headers -> {
              body.header().forEach(headers::set);
              if (body.isTold()) {
                headers.set("Content-Length", body.length());
              }
            })
        .post()
        .uri(body.url())
        .send(content(body))
        .responseSingle((response, answer) -> answer.asString().defaultIfEmpty(""))
        .timeout(body.timeout())
        .toFuture();
  }

  private static Publisher<ByteBuf> content(OutgoingBody body) throws IOException {
    return body.way().equals("mono")
        ? Mono.just(Unpooled.wrappedBuffer(body.bytes()))
        : PumpedFlux.of(body.stream(), Unpooled::wrappedBuffer);
  }
}
