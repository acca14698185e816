package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.http.HttpEntity;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.AbstractHttpEntity;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Apache HttpClient 4, blocking: the library's own entity of a stream, and one that writes. */
public final class Apache4Bodies extends BlockingSender {

  private static final String STREAM = "stream";

  private final CloseableHttpClient client =
      HttpClients.custom()
          .setConnectionReuseStrategy(NoConnectionReuseStrategy.INSTANCE)
          .setMaxConnPerRoute(1000)
          .setMaxConnTotal(1000)
          .build();

  @Override
  public List<String> ways() {
    return List.of(STREAM, "written");
  }

  @Override
  protected String post(OutgoingBody body) throws IOException {
    HttpPost request = new HttpPost(body.url());
    request.setConfig(
        RequestConfig.custom().setSocketTimeout((int) body.timeout().toMillis()).build());
    body.header().forEach(request::setHeader);
    request.setEntity(entity(body));
    return client.execute(request, response -> EntityUtils.toString(response.getEntity()));
  }

  static HttpEntity entity(OutgoingBody body) {
    return body.way().equals(STREAM)
        ? new InputStreamEntity(body.stream(), body.length())
        : new Written(body);
  }

  private static final class Written extends AbstractHttpEntity {

    private final OutgoingBody body;

    Written(OutgoingBody body) {
      this.body = body;
    }

    @Override
    public boolean isRepeatable() {
      return false;
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
  }
}
