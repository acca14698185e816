package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpVersion;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.entity.StringEntity;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.protocol.BasicHttpContext;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class Apache4EntityTest extends EntityContract {

  Apache4EntityTest() {
    super("apache4", new Apache4());
  }

  @Test
  void readsTheWholeUrlOfARequestThroughAProxy() {
    BasicHttpEntityEnclosingRequest request = new BasicHttpEntityEnclosingRequest("POST", ENDPOINT);
    request.setEntity((HttpEntity) text(REFRESH));
    request.setHeader("Content-Type", FORM);

    assertThat(sent(request)).isNotNull();
  }

  @Override
  Object executor() {
    return new HttpRequestExecutor();
  }

  @Override
  Object[] arguments(Object request) {
    HttpContext context = new BasicHttpContext();
    boolean isApi = ((HttpRequest) request).getRequestLine().getUri().startsWith("/v1");
    String host = isApi ? "api.example.com" : "idp.example.com";
    context.setAttribute("http.target_host", new HttpHost(host, -1, "https"));
    return new Object[] {request, "connection", context};
  }

  /** The client sends the path to a host that it knows from elsewhere. */
  @Override
  Object request(String method, String url, @Nullable Object entity) {
    String path = url.substring(url.indexOf('/', "https://".length()));
    if (entity == null) {
      return new BasicHttpRequest(method, path);
    }
    BasicHttpEntityEnclosingRequest request = new BasicHttpEntityEnclosingRequest(method, path);
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
    BasicHttpResponse response = new BasicHttpResponse(HttpVersion.HTTP_1_1, status, null);
    response.setHeader("Content-Type", contentType);
    response.setEntity(new StringEntity(body, ContentType.parse(contentType)));
    return response;
  }

  @Override
  String line(Object request) {
    return ((HttpRequest) request).getRequestLine().toString();
  }
}
