package dev.mcphotfix.testapp.library;

import java.net.URI;
import jodd.http.HttpRequest;

/** Jodd HTTP, over sockets of its own. */
final class JoddClient implements RefreshClient {

  @Override
  public String refresh(URI tokenEndpoint, String refreshToken) {
    return HttpRequest.post(tokenEndpoint.toString())
        .form("grant_type", "refresh_token", "refresh_token", refreshToken)
        .send()
        .bodyText();
  }
}
