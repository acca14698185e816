package dev.mcphotfix.testapp.stack;

import io.micronaut.buffer.netty.NettyByteBufferFactory;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.stream.InputStreamByteBody;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.ForkJoinPool;
import reactor.core.publisher.Mono;

/**
 * Micronaut from 4 on: texts blocking and forms reactively by its HttpClient, which makes a form of
 * nothing else; arrays of bytes and streams by its RawHttpClient.
 */
public final class MicronautStack implements StackClient {

  private static final ByteBodyFactory BODIES =
      ByteBodyFactory.createDefault(NettyByteBufferFactory.DEFAULT);

  private final HttpClient client = HttpClient.create(null);
  private final RawHttpClient rawClient = RawHttpClient.create(null);

  @Override
  public Answer send(Call call) throws IOException {
    MutableHttpRequest<Object> request =
        HttpRequest.create(HttpMethod.valueOf(call.method()), call.url().toString());
    call.headers().forEach(header -> request.header(header.name(), header.value()));
    byte[] bytes = call.body().getBytes(StandardCharsets.US_ASCII);
    return switch (call.kind()) {
      case TEXT ->
          takesText(request)
              ? blocking(bytes.length == 0 ? request : request.body(call.body()))
              : raw(request, BODIES.adapt(bytes));
      case BYTES -> raw(request, BODIES.adapt(bytes));
      case STREAM -> raw(request, stream(bytes));
      case FORM -> reactive(request.body(call.parameters()));
    };
  }

  private static boolean takesText(HttpRequest<?> request) {
    return !request.getContentType().map(MediaType.MULTIPART_FORM_DATA_TYPE::equals).orElse(false);
  }

  private Answer blocking(HttpRequest<?> request) {
    try {
      return answer(client.toBlocking().exchange(request, String.class));
    } catch (HttpClientResponseException refused) {
      return answer(refused.getResponse());
    }
  }

  private Answer reactive(HttpRequest<?> request) {
    return Mono.from(client.exchange(request, String.class))
        .map(MicronautStack::answer)
        .onErrorResume(
            HttpClientResponseException.class, refused -> Mono.just(answer(refused.getResponse())))
        .blockOptional()
        .orElseThrow();
  }

  private static Answer answer(HttpResponse<?> response) {
    return new Answer(response.code(), response.getBody(String.class).orElse(""));
  }

  private Answer raw(HttpRequest<?> request, CloseableByteBody body) throws IOException {
    HttpResponse<?> response =
        Mono.from(rawClient.exchange(request, body, null)).blockOptional().orElseThrow();
    try (ByteBodyHttpResponse<?> raw = (ByteBodyHttpResponse<?>) response;
        InputStream stream = raw.byteBody().toInputStream()) {
      return new Answer(raw.code(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static CloseableByteBody stream(byte[] bytes) {
    return InputStreamByteBody.create(
        new ByteArrayInputStream(bytes), OptionalLong.empty(), ForkJoinPool.commonPool(), BODIES);
  }

  @Override
  public void close() throws IOException {
    client.close();
    rawClient.close();
  }
}
