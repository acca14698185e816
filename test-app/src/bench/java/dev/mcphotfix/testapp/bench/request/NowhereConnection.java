package dev.mcphotfix.testapp.bench.request;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpConnectionMetrics;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.message.BasicHttpResponse;
import org.jspecify.annotations.Nullable;

/** Takes whatever is sent, and answers each request with a token. */
final class NowhereConnection implements HttpClientConnection {
  private static final byte[] TOKEN =
      """
      {"access_token":"t","token_type":"Bearer","expires_in":3600,"refresh_token":"r"}"""
          .getBytes(StandardCharsets.US_ASCII);

  private long sent;

  @Override
  public void sendRequestHeader(HttpRequest request) {
    sent += request.getAllHeaders().length;
  }

  @Override
  public void sendRequestEntity(HttpEntityEnclosingRequest request) throws IOException {
    try (OutputStream nowhere = OutputStream.nullOutputStream()) {
      request.getEntity().writeTo(nowhere);
    }
  }

  @Override
  public HttpResponse receiveResponseHeader() {
    return new BasicHttpResponse(HttpVersion.HTTP_1_1, 200, "OK");
  }

  @Override
  public void receiveResponseEntity(HttpResponse response) {
    response.setEntity(new ByteArrayEntity(TOKEN, ContentType.APPLICATION_JSON));
  }

  @Override
  public boolean isResponseAvailable(int timeout) {
    return true;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public void shutdown() {}

  @Override
  public boolean isOpen() {
    return sent >= 0;
  }

  @Override
  public boolean isStale() {
    return false;
  }

  @Override
  public void setSocketTimeout(int timeout) {}

  @Override
  public int getSocketTimeout() {
    return 0;
  }

  @Override
  public @Nullable HttpConnectionMetrics getMetrics() {
    return null;
  }
}
