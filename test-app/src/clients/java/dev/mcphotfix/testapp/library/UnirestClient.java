package dev.mcphotfix.testapp.library;

import java.net.URI;
import kong.unirest.core.Unirest;
import kong.unirest.core.UnirestInstance;

/** Unirest, whose form is made of fields. */
final class UnirestClient implements RefreshClient {

  @Override
  public String refresh(URI tokenEndpoint, String refreshToken) {
    try (UnirestInstance unirest = Unirest.spawnInstance()) {
      return unirest
          .post(tokenEndpoint.toString())
          .field("grant_type", "refresh_token")
          .field("refresh_token", refreshToken)
          .asString()
          .getBody();
    }
  }
}
