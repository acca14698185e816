package dev.mcphotfix.testapp.stack;

import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.ClientFactoryBuilder;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpRequestWriter;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.RequestHeadersBuilder;
import dev.mcphotfix.testapp.server.Header;
import java.nio.charset.StandardCharsets;

/** The WebClient of Armeria over HTTP/1.1. A text is sent by its blocking client. */
public class ArmeriaStack implements StackClient {

  private final ClientFactory factory;
  private final WebClient client;

  public ArmeriaStack() {
    this(ClientFactory.builder().preferHttp1(true));
  }

  ArmeriaStack(ClientFactoryBuilder builder) {
    // It asks a certificate for the name that the server's address has here.
    factory = builder.tlsNoVerifyHosts("127.0.0.1", "localhost").build();
    client = WebClient.builder().factory(factory).followRedirects().build();
  }

  @Override
  public final Answer send(Call call) {
    if (call.kind() == BodyKind.TEXT) {
      return answer(client.blocking().execute(whole(call)));
    }
    HttpRequest request = call.kind() == BodyKind.STREAM ? streamed(call) : whole(call);
    return answer(client.execute(request).aggregate().join());
  }

  private static HttpRequest whole(Call call) {
    String body =
        call.kind() == BodyKind.FORM
            ? QueryParams.builder().add(call.parameters().entrySet()).build().toQueryString()
            : call.body();
    return body.isEmpty()
        ? HttpRequest.of(headers(call))
        : HttpRequest.of(headers(call), HttpData.ofUtf8(body));
  }

  private static HttpRequest streamed(Call call) {
    HttpRequestWriter writer = HttpRequest.streaming(headers(call));
    writer.write(HttpData.ofUtf8(call.body()));
    writer.close();
    return writer;
  }

  private static RequestHeaders headers(Call call) {
    RequestHeadersBuilder headers =
        RequestHeaders.builder(HttpMethod.valueOf(call.method()), call.url().toString());
    for (Header header : call.headers()) {
      headers.add(header.name(), header.value());
    }
    return headers.build();
  }

  private static Answer answer(AggregatedHttpResponse response) {
    return new Answer(response.status().code(), response.content(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    factory.close();
  }
}
