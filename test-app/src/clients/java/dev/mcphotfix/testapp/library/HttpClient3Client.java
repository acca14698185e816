package dev.mcphotfix.testapp.library;

import java.io.IOException;
import java.net.URI;
import org.apache.commons.httpclient.HttpClient;
import org.apache.commons.httpclient.methods.PostMethod;

/** The client that came before Apache's HttpClient 4, in packages of its own. */
final class HttpClient3Client implements RefreshClient {

  @Override
  public String refresh(URI tokenEndpoint, String refreshToken) throws IOException {
    PostMethod post = new PostMethod(tokenEndpoint.toString());
    try {
      post.addParameter("grant_type", "refresh_token");
      post.addParameter("refresh_token", refreshToken);
      new HttpClient().executeMethod(post);
      return post.getResponseBodyAsString();
    } finally {
      post.releaseConnection();
    }
  }
}
