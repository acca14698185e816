package dev.mcphotfix.testapp.library;

import com.google.api.client.auth.oauth2.RefreshTokenRequest;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import java.io.IOException;
import java.net.URI;

/**
 * Google's OAuth client, on Google's HTTP client: without a {@code ClientParametersAuthentication},
 * for which its {@code StoredCredential} keeps no id.
 */
final class GoogleClient implements RefreshClient {

  @Override
  public String refresh(URI tokenEndpoint, String refreshToken) throws IOException {
    GenericUrl url = new GenericUrl(tokenEndpoint);
    return new RefreshTokenRequest(
            new NetHttpTransport(), GsonFactory.getDefaultInstance(), url, refreshToken)
        .execute()
        .getAccessToken();
  }
}
