package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.eclipse.jetty.client.HttpClient;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.JettyClientHttpRequestFactory;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Spring's RestClient over each of its request factories, with a body that writes itself to the
 * stream that it is given: where the library is asynchronous, on another thread than its own.
 */
public final class RestClientBodies extends BlockingSender {

  /** Calls that come to no end keep their connections. */
  private static final int CONNECTIONS = 1000;

  private final Map<String, RestClient> clients = new ConcurrentHashMap<>();

  @Override
  public List<String> ways() {
    return List.of("jdk", "http-components", "jetty", "reactor", "simple");
  }

  @Override
  protected String post(OutgoingBody body) throws IOException {
    RestClient client =
        clients.computeIfAbsent(
            body.way() + body.timeout(),
            key -> RestClient.create().mutate().requestFactory(factory(body)).build());
    RestClient.RequestBodySpec request = client.post().uri(body.url());
    body.header().forEach(request::header);
    if (body.isTold()) {
      request.contentLength(body.length());
    }
    return Objects.requireNonNull(
        request.body(new Streamed(stream(body))).retrieve().body(String.class), "no body");
  }

  private static ClientHttpRequestFactory factory(OutgoingBody body) {
    Duration timeout = body.timeout();
    return switch (body.way()) {
      case "jdk" -> {
        JdkClientHttpRequestFactory jdk = new JdkClientHttpRequestFactory();
        jdk.setReadTimeout(timeout);
        yield jdk;
      }
      case "http-components" -> httpComponents(timeout);
      case "jetty" -> jetty(timeout);
      case "reactor" -> {
        ReactorClientHttpRequestFactory reactor = new ReactorClientHttpRequestFactory();
        reactor.setReadTimeout(timeout);
        yield reactor;
      }
      default -> {
        SimpleClientHttpRequestFactory simple = new SimpleClientHttpRequestFactory();
        simple.setReadTimeout(timeout);
        yield simple;
      }
    };
  }

  private static ClientHttpRequestFactory httpComponents(Duration timeout) {
    HttpComponentsClientHttpRequestFactory factory =
        new HttpComponentsClientHttpRequestFactory(
            HttpClients.custom()
                .disableAutomaticRetries()
                .setConnectionManager(
                    PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .build())
                .build());
    factory.setReadTimeout(timeout);
    return factory;
  }

  private static ClientHttpRequestFactory jetty(Duration timeout) {
    HttpClient client = new HttpClient();
    client.setMaxConnectionsPerDestination(CONNECTIONS);
    JettyClientHttpRequestFactory factory = new JettyClientHttpRequestFactory(client);
    factory.setReadTimeout(timeout);
    return factory;
  }

  /** Jetty's is written on another thread. */
  private static InputStream stream(OutgoingBody body) {
    return body.way().equals("jetty") ? body.writtenStream() : body.stream();
  }

  private record Streamed(InputStream stream) implements StreamingHttpOutputMessage.Body {

    @Override
    public void writeTo(OutputStream out) throws IOException {
      stream.transferTo(out);
    }
  }
}
