package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;

/** Apache HttpClient 5, blocking: the library's own entity of a stream, and one that writes. */
public final class Apache5Bodies extends BlockingSender {

  private static final String STREAM = "stream";

  private final CloseableHttpClient client =
      HttpClients.custom()
          .setConnectionReuseStrategy((request, response, context) -> false)
          .disableAutomaticRetries()
          .setConnectionManager(
              PoolingHttpClientConnectionManagerBuilder.create()
                  .setMaxConnPerRoute(1000)
                  .setMaxConnTotal(1000)
                  .build())
          .build();

  @Override
  public List<String> ways() {
    return List.of(STREAM, "written");
  }

  @Override
  protected String post(OutgoingBody body) throws IOException {
    HttpPost request = new HttpPost(body.url());
    request.setConfig(
        RequestConfig.custom()
            .setResponseTimeout(body.timeout().toMillis(), TimeUnit.MILLISECONDS)
            .build());
    body.header().forEach(request::setHeader);
    request.setEntity(entity(body));
    return client.execute(request, response -> EntityUtils.toString(response.getEntity()));
  }

  private static HttpEntity entity(OutgoingBody body) {
    return body.way().equals(STREAM)
        ? new InputStreamEntity(body.stream(), body.length(), null)
        : new Written(body);
  }

  private static final class Written extends AbstractHttpEntity {

    private final OutgoingBody body;

    Written(OutgoingBody body) {
      super(OutgoingBody.TYPE, null, !body.isTold());
      this.body = body;
    }

    @Override
    public long getContentLength() {
      return body.length();
    }

    @Override
    public InputStream getContent() {
      return body.stream();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      body.stream().transferTo(out);
    }

    @Override
    public boolean isStreaming() {
      return true;
    }

    @Override
    public void close() throws IOException {}
  }
}
