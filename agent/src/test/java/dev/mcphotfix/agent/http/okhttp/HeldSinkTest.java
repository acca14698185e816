package dev.mcphotfix.agent.http.okhttp;

import dev.mcphotfix.agent.http.OutputStreamContract;
import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import java.io.OutputStream;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Sink;

/** The sink of a body of unknown length, as a stream. */
final class HeldSinkTest extends OutputStreamContract {

  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  @Override
  protected OutputStream over(Sent sent) {
    OkHttpRequest request = Objects.requireNonNull(OkHttpRequest.ofPost(request()));
    return Okio.buffer((Sink) HeldSink.of(Okio.sink(sent), request, attempts.next()))
        .outputStream();
  }

  private static Request request() {
    return new Request.Builder().url(RequestBuilder.ENDPOINT).post(new Unknown()).build();
  }

  private static final class Unknown extends RequestBody {

    @Override
    public MediaType contentType() {
      return FORM;
    }

    @Override
    public void writeTo(BufferedSink sink) {}
  }
}
