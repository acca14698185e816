package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientJvmKt;
import io.ktor.client.request.HttpRequestBuilder;
import io.ktor.client.request.HttpRequestKt;
import io.ktor.client.request.forms.FormBuildersKt;
import io.ktor.client.statement.HttpResponse;
import io.ktor.client.statement.HttpResponseKt;
import io.ktor.client.statement.HttpStatement;
import io.ktor.http.HttpMethod;
import io.ktor.http.ParametersBuilder;
import io.ktor.http.ParametersKt;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function1;
import kotlinx.coroutines.BuildersKt;
import org.jspecify.annotations.Nullable;

/**
 * Ktor's client with the engine that is on the class path; the answer to an array of bytes is read
 * as it comes, every other is saved.
 */
public final class KtorStack implements StackClient {

  private final HttpClient client = HttpClientJvmKt.HttpClient(config -> Unit.INSTANCE);

  @Override
  public Answer send(Call call) throws InterruptedException {
    if (call.kind() == BodyKind.FORM) {
      return saved(
          form ->
              FormBuildersKt.submitForm(
                  client,
                  call.url().toString(),
                  parameters(call.body()).build(),
                  false,
                  request -> headers(call, request),
                  form));
    }
    HttpStatement statement = new HttpStatement(request(call), client);
    return call.kind() == BodyKind.BYTES ? streamed(statement) : saved(statement::execute);
  }

  @Override
  public void close() {
    client.close();
  }

  private static HttpRequestBuilder request(Call call) {
    HttpRequestBuilder request = new HttpRequestBuilder();
    HttpRequestKt.url(request, call.url().toString());
    request.setMethod(HttpMethod.Companion.parse(call.method()));
    headers(call, request);
    if (!call.body().isEmpty()) {
      request.setBody(body(call));
    }
    return request;
  }

  private static Unit headers(Call call, HttpRequestBuilder request) {
    for (Header header : call.headers()) {
      request.getHeaders().append(header.name(), header.value());
    }
    return Unit.INSTANCE;
  }

  private static Object body(Call call) {
    byte[] bytes = call.body().getBytes(StandardCharsets.US_ASCII);
    return switch (call.kind()) {
      case TEXT, FORM -> call.body();
      case BYTES -> bytes;
      case STREAM -> new ByteArrayInputStream(bytes);
    };
  }

  private static ParametersBuilder parameters(String encoded) {
    ParametersBuilder parameters = ParametersKt.ParametersBuilder(8);
    for (String parameter : encoded.split("&", -1)) {
      String[] nameAndValue = parameter.split("=", 2);
      parameters.append(
          nameAndValue[0], URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private static Answer saved(Function1<Continuation<? super HttpResponse>, @Nullable Object> call)
      throws InterruptedException {
    HttpResponse response = await(call);
    String body = await(text -> HttpResponseKt.bodyAsText(response, StandardCharsets.UTF_8, text));
    return new Answer(response.getStatus().getValue(), body);
  }

  private static Answer streamed(HttpStatement statement) throws InterruptedException {
    CompletableFuture<Integer> status = new CompletableFuture<>();
    String body =
        await(
            whole ->
                statement.<String>execute(
                    (response, text) -> {
                      status.complete(response.getStatus().getValue());
                      return HttpResponseKt.bodyAsText(response, StandardCharsets.UTF_8, text);
                    },
                    whole));
    return new Answer(status.join(), body);
  }

  /** Calls a suspending function. */
  private static <T> T await(Function1<Continuation<? super T>, @Nullable Object> call)
      throws InterruptedException {
    return BuildersKt.runBlocking(
        EmptyCoroutineContext.INSTANCE, (scope, continuation) -> call.invoke(continuation));
  }
}
