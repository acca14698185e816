package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.host.HostCalls;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class Apache5EntityTest extends EntityContract {

  private boolean closed;

  Apache5EntityTest() {
    super("apache5", new Apache5());
  }

  @Test
  void closesTheHostsEntity() throws IOException {
    InputStream body =
        new FilterInputStream(bytes(REFRESH)) {
          @Override
          public void close() throws IOException {
            closed = true;
            super.close();
          }
        };
    HttpEntity sent = (HttpEntity) entity(sent(post(stream(body, -1), false)));

    sent.close();

    assertThat(closed).isTrue();
  }

  @Test
  void readsTheWholeUrlOfARequestThroughAProxy() {
    ClassicHttpRequest request =
        new BasicClassicHttpRequest("POST", null, "https://idp.example.com/connect/token");
    request.setEntity((HttpEntity) text(REFRESH));
    request.setHeader("Content-Type", FORM);

    assertThat(sent(request)).isNotNull();
  }

  @Test
  void keepsTheVersion() {
    Object request = post(text(REFRESH), true);
    HostCalls.call(request, "setVersion", HttpVersion.HTTP_1_0);

    assertThat(HostCalls.call(sent(request), "getVersion")).isEqualTo(HttpVersion.HTTP_1_0);
  }

  @Override
  Object executor() {
    return new HttpRequestExecutor();
  }

  @Override
  Object[] arguments(Object request) {
    return new Object[] {request, "connection", "callback", HttpCoreContext.create()};
  }

  @Override
  Object request(String method, String url, @Nullable Object entity) {
    BasicClassicHttpRequest request = new BasicClassicHttpRequest(method, URI.create(url));
    request.setEntity((HttpEntity) entity);
    return request;
  }

  @Override
  Object text(String body) {
    return new StringEntity(body, ContentType.parse(FORM));
  }

  @Override
  Object stream(InputStream body, long length) {
    return new InputStreamEntity(body, length, ContentType.parse(FORM));
  }

  @Override
  Object response(int status, String contentType, String body) {
    BasicClassicHttpResponse response = new BasicClassicHttpResponse(status);
    response.setHeader("Content-Type", contentType);
    response.setEntity(new StringEntity(body, ContentType.parse(contentType)));
    return response;
  }

  @Override
  String line(Object request) {
    ClassicHttpRequest http = (ClassicHttpRequest) request;
    return String.join(
        " ", http.getMethod(), http.getScheme(), http.getAuthority().toString(), http.getPath());
  }
}
