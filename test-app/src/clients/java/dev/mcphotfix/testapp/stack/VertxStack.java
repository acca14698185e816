package dev.mcphotfix.testapp.stack;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.nio.charset.StandardCharsets;

/**
 * Vert.x from 4 on: texts by its HttpClient, everything else by its WebClient; a stream is a file.
 */
public class VertxStack implements StackClient {

  private final Vertx vertx;
  private final HttpClient client;
  private final WebClient web;

  public VertxStack() {
    this(Vertx.vertx());
  }

  VertxStack(Vertx vertx) {
    this(vertx, new WebClientOptions());
  }

  VertxStack(Vertx vertx, WebClientOptions options) {
    this.vertx = vertx;
    client = httpClient(vertx, options);
    web = WebClient.create(vertx, options);
  }

  @Override
  public final Answer send(Call call) {
    Future<Answer> answer = call.kind() == BodyKind.TEXT ? byClient(call) : byWebClient(call);
    return answer.toCompletionStage().toCompletableFuture().join();
  }

  /**
   * What comes before the body is asked for is lost, so that is done on the client's own thread.
   */
  private Future<Answer> byClient(Call call) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(call.method()))
            .setAbsoluteURI(call.url().toString());
    call.headers().forEach(header -> options.addHeader(header.name(), header.value()));
    return client
        .request(options)
        .compose(
            request ->
                (call.body().isEmpty() ? request.send() : request.send(call.body()))
                    .compose(VertxStack::answer));
  }

  private static Future<Answer> answer(HttpClientResponse response) {
    return response
        .body()
        .map(body -> new Answer(response.statusCode(), body.toString(StandardCharsets.UTF_8)));
  }

  private Future<Answer> byWebClient(Call call) {
    HttpRequest<Buffer> request =
        web.requestAbs(HttpMethod.valueOf(call.method()), call.url().toString());
    call.headers().forEach(header -> request.putHeader(header.name(), header.value()));
    Buffer body = Buffer.buffer(call.body());
    Future<HttpResponse<Buffer>> response =
        switch (call.kind()) {
          case TEXT, BYTES -> request.sendBuffer(body);
          case STREAM -> file(body).compose(request::sendStream);
          case FORM -> request.sendForm(form(call));
        };
    return response.map(answer -> new Answer(answer.statusCode(), answer.bodyAsString()));
  }

  private Future<AsyncFile> file(Buffer body) {
    FileSystem files = vertx.fileSystem();
    return files
        .createTempFile("body", "")
        .compose(
            path ->
                files
                    .writeFile(path, body)
                    .compose(
                        written -> files.open(path, new OpenOptions().setDeleteOnClose(true))));
  }

  private static MultiMap form(Call call) {
    MultiMap form = MultiMap.caseInsensitiveMultiMap();
    call.parameters().forEach(form::add);
    return form;
  }

  /** What the method returns is another type since Vert.x 5, so a call of it has no one name. */
  private static HttpClient httpClient(Vertx vertx, HttpClientOptions options) {
    try {
      return (HttpClient)
          Vertx.class.getMethod("createHttpClient", HttpClientOptions.class).invoke(vertx, options);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Vertx.createHttpClient", e);
    }
  }
}
