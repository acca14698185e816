package dev.mcphotfix.testapp.library;

import com.ning.http.client.AsyncHttpClient;
import java.net.URI;

/** AsyncHttpClient before it had a package of its own, over Netty 3. */
final class AsyncHttpClient1Client implements RefreshClient {

  @Override
  public String refresh(URI tokenEndpoint, String refreshToken) throws Exception {
    try (AsyncHttpClient client = new AsyncHttpClient()) {
      return client
          .preparePost(tokenEndpoint.toString())
          .addFormParam("grant_type", "refresh_token")
          .addFormParam("refresh_token", refreshToken)
          .execute()
          .get()
          .getResponseBody();
    }
  }
}
