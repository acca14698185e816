package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** OkHttp, asynchronously: a body that says that it can be written once, and one that does not. */
public final class OkHttpBodies implements BodySender {

  private static final String ONE_SHOT = "one-shot";

  private final OkHttpClient client = new OkHttpClient();

  public OkHttpBodies() {
    client.dispatcher().setMaxRequests(1000);
    client.dispatcher().setMaxRequestsPerHost(1000);
  }

  @Override
  public List<String> ways() {
    return List.of(ONE_SHOT, "repeatable");
  }

  @Override
  public CompletableFuture<String> send(OutgoingBody body) {
    Request request =
        new Request.Builder()
            .url(body.url().toString())
            .headers(Headers.of(body.header()))
            .post(new Streamed(body))
            .build();
    CompletableFuture<String> answer = new CompletableFuture<>();
    client
        .newBuilder()
        .connectionPool(new ConnectionPool()) // Some leave half a request in theirs.
        .callTimeout(body.timeout())
        .build()
        .newCall(request)
        .enqueue(new Answer(answer));
    return answer;
  }

  private record Answer(CompletableFuture<String> text) implements Callback {

    @Override
    public void onFailure(Call call, IOException cause) {
      text.completeExceptionally(cause);
    }

    @Override
    public void onResponse(Call call, Response response) throws IOException {
      try (response) {
        text.complete(Objects.requireNonNull(response.body()).string());
      }
    }
  }

  private static final class Streamed extends RequestBody {

    private final OutgoingBody body;

    Streamed(OutgoingBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return null;
    }

    @Override
    public long contentLength() {
      return body.length();
    }

    @Override
    public boolean isOneShot() {
      return body.way().equals(ONE_SHOT);
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.writeAll(Okio.source(body.stream()));
    }
  }
}
