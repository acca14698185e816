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

/** Micronaut's RawHttpClient from 4 on, as its HttpClient makes forms of beans alone. */
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
  private final RawHttpClient client = RawHttpClient.create(null, configuration());

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
    return Mono.from(client.exchange(request, content(body), null))
        .map(MicronautBodies::text)
        .timeout(body.timeout())
        .toFuture();
  }

  private CloseableByteBody content(OutgoingBody body) {
    OptionalLong length = body.isTold() ? OptionalLong.of(body.length()) : OptionalLong.empty();
    return body.way().equals("stream")
        ? InputStreamByteBody.create(body.stream(), length, readers, BODIES)
        : BODIES.adapt(PumpedFlux.of(body.stream(), BODIES.readBufferFactory()::adapt), length);
  }

  private static String text(HttpResponse<?> response) {
    try (ByteBodyHttpResponse<?> raw = (ByteBodyHttpResponse<?>) response;
        InputStream stream = raw.byteBody().toInputStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
