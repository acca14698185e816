package dev.mcphotfix.testapp.loop;

import java.net.URI;
import java.util.concurrent.CompletionStage;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

/** Reactor Netty. */
public final class ReactorNettyLoop implements LoopClient {

  private final LoopResources loops = LoopResources.create("loop", 1, true);
  private final HttpClient client = HttpClient.create().runOn(loops, false);

  @Override
  public void onLoop(Runnable task) {
    loops.onClient(false).next().execute(task);
  }

  @Override
  public CompletionStage<Integer> post(URI url, String form) {
    return client
        .headers(headers -> headers.set("Content-Type", "application/x-www-form-urlencoded"))
        .post()
        .uri(url)
        .send(ByteBufMono.fromString(Mono.just(form)))
        .response()
        .map(response -> response.status().code())
        .toFuture();
  }
}
