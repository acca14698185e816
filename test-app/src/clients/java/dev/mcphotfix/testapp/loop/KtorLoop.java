package dev.mcphotfix.testapp.loop;

import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientJvmKt;
import io.ktor.client.request.HttpRequestBuilder;
import io.ktor.client.request.HttpRequestKt;
import io.ktor.client.statement.HttpResponse;
import io.ktor.client.statement.HttpStatement;
import io.ktor.http.HttpMethod;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import kotlin.Unit;
import kotlinx.coroutines.CoroutineDispatcher;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.ExecutorsKt;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.future.FutureKt;

/** Ktor, all of whose coroutines have one thread. */
public final class KtorLoop implements LoopClient {

  private final Executor loop = Executors.newSingleThreadExecutor();
  private final CoroutineDispatcher dispatcher = ExecutorsKt.from(loop);
  private final HttpClient client =
      HttpClientJvmKt.HttpClient(
          config -> {
            config.engine(
                engine -> {
                  engine.setDispatcher(dispatcher);
                  return Unit.INSTANCE;
                });
            return Unit.INSTANCE;
          });

  @Override
  public void onLoop(Runnable task) {
    loop.execute(task);
  }

  @Override
  public CompletionStage<Integer> post(URI url, String form) {
    HttpRequestBuilder request = new HttpRequestBuilder();
    HttpRequestKt.url(request, url.toString());
    request.setMethod(HttpMethod.Companion.parse("POST"));
    request.getHeaders().append("Content-Type", "application/x-www-form-urlencoded");
    request.setBody(form);
    HttpStatement statement = new HttpStatement(request, client);
    return FutureKt.<HttpResponse>future(
            GlobalScope.INSTANCE,
            dispatcher,
            CoroutineStart.DEFAULT,
            (scope, continuation) -> statement.execute(continuation))
        .thenApply(response -> response.getStatus().getValue());
  }
}
