package dev.mcphotfix.testapp.body;

import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientJvmKt;
import io.ktor.client.request.HttpRequestBuilder;
import io.ktor.client.request.HttpRequestKt;
import io.ktor.client.statement.HttpResponse;
import io.ktor.client.statement.HttpResponseKt;
import io.ktor.client.statement.HttpStatement;
import io.ktor.http.HttpMethod;
import io.ktor.http.content.ChannelWriterContent;
import io.ktor.http.content.OutgoingContent;
import io.ktor.utils.io.ByteReadChannel;
import io.ktor.utils.io.jvm.javaio.ReadingKt;
import io.ktor.utils.io.pool.ByteArrayPoolKt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function1;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.Dispatchers;
import org.jspecify.annotations.Nullable;

/** Ktor's client: a channel that the library reads, and a function that writes to one. */
public final class KtorBodies extends BlockingSender {

  private static final String READ = "read";

  private final HttpClient shared = client();

  @Override
  public List<String> ways() {
    return List.of(READ, "written");
  }

  @Override
  protected String post(OutgoingBody body) throws IOException {
    HttpRequestBuilder request = new HttpRequestBuilder();
    HttpRequestKt.url(request, body.url().toString());
    request.setMethod(HttpMethod.Companion.parse("POST"));
    body.header().forEach(request.getHeaders()::append);
    request.setBody(body.way().equals(READ) ? new Read(body) : written(body));
    // One engine has few connections for those that come to no end.
    HttpStatement statement = new HttpStatement(request, body.isThere() ? shared : client());
    HttpResponse response = await(statement::execute);
    return await(text -> HttpResponseKt.bodyAsText(response, StandardCharsets.UTF_8, text));
  }

  private static HttpClient client() {
    return HttpClientJvmKt.HttpClient(config -> Unit.INSTANCE);
  }

  private static @Nullable Long length(OutgoingBody body) {
    return body.isTold() ? body.length() : null;
  }

  private static OutgoingContent written(OutgoingBody body) {
    return new ChannelWriterContent(
        (channel, end) -> KtorWriter.write(body.stream(), channel, end), null, null, length(body));
  }

  /** Calls a suspending function. */
  static <T> T await(Function1<Continuation<? super T>, @Nullable Object> call) throws IOException {
    try {
      return BuildersKt.runBlocking(
          EmptyCoroutineContext.INSTANCE, (scope, continuation) -> call.invoke(continuation));
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static final class Read extends OutgoingContent.ReadChannelContent {

    private final OutgoingBody body;

    Read(OutgoingBody body) {
      this.body = body;
    }

    @Override
    public @Nullable Long getContentLength() {
      return length(body);
    }

    @Override
    public ByteReadChannel readFrom() {
      return ReadingKt.toByteReadChannelWithArrayPool(
          body.stream(), Dispatchers.getIO(), ByteArrayPoolKt.getByteArrayPool());
    }
  }
}
