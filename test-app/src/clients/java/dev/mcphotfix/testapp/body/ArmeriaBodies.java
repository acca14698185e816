package dev.mcphotfix.testapp.body;

import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.RequestOptions;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpRequestWriter;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.RequestHeadersBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Armeria: a request that is written while it is sent. */
public final class ArmeriaBodies implements BodySender {

  private final ClientFactory factory = ClientFactory.builder().preferHttp1(true).build();
  private final WebClient client = WebClient.builder().factory(factory).build();

  @Override
  public List<String> ways() {
    return List.of("written");
  }

  @Override
  public CompletableFuture<String> send(OutgoingBody body) {
    InputStream stream = body.writtenStream();
    RequestHeadersBuilder headers =
        RequestHeaders.builder(HttpMethod.POST, body.url().toString()).add("connection", "close");
    body.header().forEach(headers::add);
    if (body.isTold()) {
      headers.contentLength(body.length());
    }
    HttpRequestWriter request = HttpRequest.streaming(headers.build());
    RequestOptions options =
        RequestOptions.builder().responseTimeoutMillis(body.timeout().toMillis()).build();
    CompletableFuture<String> answer =
        client.execute(request, options).aggregate().thenApply(AggregatedHttpResponse::contentUtf8);
    Pump.start(stream, new Written(request));
    return answer;
  }

  @Override
  public void close() {
    factory.close();
  }

  private record Written(HttpRequestWriter request) implements Pump.Sink {

    @Override
    public void next(byte[] piece) {
      request.write(HttpData.wrap(piece));
    }

    @Override
    public void end() {
      request.close();
    }

    @Override
    public void fail(IOException cause) {
      request.close(cause);
    }
  }
}
