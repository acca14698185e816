package dev.mcphotfix.testapp.body;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Vert.x from 4 on: a stream by its HttpClient, and by its WebClient. */
public final class VertxBodies implements BodySender {

  private final Vertx vertx = Vertx.vertx();

  /** Vert.x closes a client that nobody refers to, though it still sends. */
  private final Queue<HttpClient> clients = new ConcurrentLinkedQueue<>();

  @Override
  public List<String> ways() {
    return List.of("client", "web-client");
  }

  @Override
  public CompletableFuture<String> send(OutgoingBody body) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Context context = vertx.getOrCreateContext();
    PumpedStream stream = new PumpedStream(context);
    context.runOnContext(
        now -> {
          Pump.start(body.stream(), stream);
          Future<String> text =
              body.way().equals("client") ? byClient(body, stream) : byWebClient(body, stream);
          text.onComplete(
              done -> {
                if (done.succeeded()) {
                  answer.complete(done.result());
                } else {
                  answer.completeExceptionally(done.cause());
                }
              });
        });
    return answer;
  }

  private Future<String> byClient(OutgoingBody body, PumpedStream stream) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setTimeout(body.timeout().toMillis())
            .setAbsoluteURI(body.url().toString());
    body.header().forEach(options::addHeader);
    if (body.isTold()) {
      options.addHeader("Content-Length", Long.toString(body.length()));
    }
    return client()
        .request(options)
        .compose(request -> request.send(stream))
        .compose(response -> response.body().map(Buffer::toString));
  }

  private Future<String> byWebClient(OutgoingBody body, PumpedStream stream) {
    HttpRequest<Buffer> request = WebClient.wrap(client()).postAbs(body.url().toString());
    body.header().forEach(request::putHeader);
    if (body.isTold()) {
      request.putHeader("Content-Length", Long.toString(body.length()));
    }
    return request
        .timeout(body.timeout().toMillis())
        .sendStream(stream)
        .map(HttpResponse::bodyAsString);
  }

  /** One for each body. What the method returns is another type since Vert.x 5. */
  private HttpClient client() {
    try {
      HttpClient client =
          (HttpClient)
              Vertx.class
                  .getMethod("createHttpClient", HttpClientOptions.class)
                  .invoke(vertx, new HttpClientOptions());
      clients.add(client);
      return client;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Vertx.createHttpClient", e);
    }
  }
}
