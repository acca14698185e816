package dev.mcphotfix.testapp.body;

import io.micronaut.buffer.netty.NettyByteBufferFactory;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.stream.InputStreamByteBody;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.RawHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;

/** Micronaut from 4 on: a stream by its RawHttpClient, a publisher by its HttpClient. */
public final class MicronautBodies implements BodySender {

  private static final ByteBodyFactory BODIES =
      ByteBodyFactory.createDefault(NettyByteBufferFactory.DEFAULT);

  private final ExecutorService readers =
      Executors.newCachedThreadPool(
          reading -> {
            Thread thread = new Thread(reading);
            thread.setDaemon(true);
            return thread;
          });
  private final HttpClient client = HttpClient.create(null, configuration());
  private final RawHttpClient rawClient = RawHttpClient.create(null, configuration());

  private static DefaultHttpClientConfiguration configuration() {
    DefaultHttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
    configuration.setReadTimeout(Duration.ofMinutes(1));
    return configuration;
  }

  @Override
  public List<String> ways() {
    return List.of("stream", "publisher");
  }

  @Override
  public CompletableFuture<String> send(OutgoingBody body) {
    MutableHttpRequest<Object> request = HttpRequest.POST(body.url().toString(), null);
    body.header().forEach(request::header);
    if (body.isTold()) {
      request.header("Content-Length", Long.toString(body.length()));
    }
    Mono<String> answer = body.way().equals("stream") ? raw(request, body) : pushed(request, body);
    return answer.timeout(body.timeout()).toFuture();
  }

  private Mono<String> raw(HttpRequest<?> request, OutgoingBody body) {
    OptionalLong length = body.isTold() ? OptionalLong.of(body.length()) : OptionalLong.empty();
    CloseableByteBody stream = InputStreamByteBody.create(body.stream(), length, readers, BODIES);
    return Mono.from(rawClient.exchange(request, stream, null)).map(MicronautBodies::text);
  }

  private static String text(HttpResponse<?> response) {
    try (ByteBodyHttpResponse<?> raw = (ByteBodyHttpResponse<?>) response;
        InputStream stream = raw.byteBody().toInputStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Mono<String> pushed(MutableHttpRequest<Object> request, OutgoingBody body) {
    return Mono.from(
        client.retrieve(
            request.body(PumpedFlux.of(body.stream(), NettyByteBufferFactory.DEFAULT::wrap))));
  }
}
