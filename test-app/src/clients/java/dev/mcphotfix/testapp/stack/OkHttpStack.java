package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import okhttp3.Callback;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** OkHttp; forms and arrays of bytes asynchronously, everything else synchronously. */
public final class OkHttpStack implements StackClient {

  private final OkHttpClient client = new OkHttpClient();
  private final OkHttpClient authenticating =
      client.newBuilder().authenticator((route, response) -> authenticated(response)).build();

  @Override
  public Answer send(Call call) throws IOException {
    Request.Builder request = new Request.Builder().url(call.url().toString());
    String type = null;
    for (Header header : call.headers()) {
      request.addHeader(header.name(), header.value());
      type = header.name().equals("Content-Type") ? header.value() : type;
    }
    request.method(call.method(), call.body().isEmpty() ? null : body(call, type));
    OkHttpClient sender = call.isChallenged() ? authenticating : client;
    okhttp3.Call prepared = sender.newCall(request.build());
    try (Response response =
        switch (call.kind()) {
          case TEXT, STREAM -> prepared.execute();
          case BYTES, FORM -> enqueued(prepared);
        }) {
      return new Answer(response.code(), response.body().string());
    }
  }

  private static Request authenticated(Response response) {
    String credentials = Credentials.basic(User.NAME, User.PASSWORD);
    return response.request().newBuilder().header("Authorization", credentials).build();
  }

  /** In all versions a text's type is given first; the newest prefers it last. */
  @SuppressWarnings("deprecation")
  private static RequestBody body(Call call, @Nullable String type) {
    byte[] bytes = call.body().getBytes(StandardCharsets.US_ASCII);
    return switch (call.kind()) {
      case TEXT -> RequestBody.create(type == null ? null : MediaType.parse(type), call.body());
      case BYTES -> RequestBody.create((MediaType) null, bytes);
      case STREAM -> new StreamBody(new ByteArrayInputStream(bytes));
      case FORM -> form(call.body());
    };
  }

  private static RequestBody form(String encoded) {
    FormBody.Builder form = new FormBody.Builder();
    for (String parameter : encoded.split("&", -1)) {
      String[] nameAndValue = parameter.split("=", 2);
      form.addEncoded(nameAndValue[0], nameAndValue[1]);
    }
    return form.build();
  }

  private static Response enqueued(okhttp3.Call call) {
    CompletableFuture<Response> answer = new CompletableFuture<>();
    call.enqueue(
        new Callback() {
          @Override
          public void onFailure(okhttp3.Call failed, IOException cause) {
            answer.completeExceptionally(cause);
          }

          @Override
          public void onResponse(okhttp3.Call answered, Response response) {
            answer.complete(response);
          }
        });
    return answer.join();
  }

  private static final class StreamBody extends RequestBody {

    private final ByteArrayInputStream once;

    StreamBody(ByteArrayInputStream once) {
      this.once = once;
    }

    @Override
    public @Nullable MediaType contentType() {
      return null;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      once.transferTo(sink.outputStream());
    }
  }
}
