package dev.mcphotfix.testapp.loop;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.util.concurrent.CompletionStage;

/** Vert.x. */
public final class VertxLoop implements LoopClient {

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Context context = vertx.getOrCreateContext();
  private final WebClient client = WebClient.create(vertx);

  @Override
  public void onLoop(Runnable task) {
    context.runOnContext(none -> task.run());
  }

  @Override
  public CompletionStage<Integer> post(URI url, String form) {
    return client
        .requestAbs(HttpMethod.POST, url.toString())
        .putHeader("Content-Type", "application/x-www-form-urlencoded")
        .sendBuffer(Buffer.buffer(form))
        .map(HttpResponse::statusCode)
        .toCompletionStage();
  }
}
