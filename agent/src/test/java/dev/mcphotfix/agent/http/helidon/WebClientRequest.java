package dev.mcphotfix.agent.http.helidon;

import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import io.helidon.http.ClientRequestHeaders;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as Helidon's services see it. */
public final class WebClientRequest {

  private final Method method;
  private final String uri;
  private final Header header = new Header();

  WebClientRequest(String method) {
    this(method, RequestBuilder.ENDPOINT);
  }

  WebClientRequest(String method, String uri) {
    this.method = new Method(method);
    this.uri = uri;
  }

  static WebClientRequest form() {
    return new WebClientRequest("POST").with("content-type", "application/x-www-form-urlencoded");
  }

  WebClientRequest with(String name, String value) {
    header.set(new ClientRequestHeaders.Field(name, List.of(value)));
    return this;
  }

  /** Of a request. */
  public record Method(String text) {}

  public Method method() {
    return method;
  }

  public Object uri() {
    return uri;
  }

  public ClientRequestHeaders headers() {
    return header;
  }

  /** Negative where the header tells none. */
  long length() {
    String told = header("Content-Length");
    return told == null ? -1 : Long.parseLong(told);
  }

  @Nullable String header(String name) {
    for (ClientRequestHeaders.Field field : header) {
      if (field.name().equalsIgnoreCase(name)) {
        return field.allValues().get(0);
      }
    }
    return null;
  }

  private static final class Header implements ClientRequestHeaders {

    private final List<Field> fields = new ArrayList<>();

    @Override
    public ClientRequestHeaders set(Field field) {
      fields.removeIf(other -> other.name().equalsIgnoreCase(field.name()));
      fields.add(field);
      return this;
    }

    @Override
    public ClientRequestHeaders contentLength(long length) {
      return set(new Field("Content-Length", List.of(Long.toString(length))));
    }

    @Override
    public Iterator<Field> iterator() {
      return List.copyOf(fields).iterator();
    }
  }
}
