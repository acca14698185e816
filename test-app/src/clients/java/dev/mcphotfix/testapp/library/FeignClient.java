package dev.mcphotfix.testapp.library;

import feign.Body;
import feign.Feign;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.net.URI;

/** Feign, with the client that it has without being told. */
class FeignClient implements RefreshClient {

  /** The token endpoint as Feign is told of it. */
  interface TokenEndpoint {

    @RequestLine("POST")
    @Headers("Content-Type: application/x-www-form-urlencoded")
    @Body("grant_type=refresh_token&refresh_token={refreshToken}")
    String refresh(@Param("refreshToken") String refreshToken);
  }

  Feign.Builder builder() {
    return Feign.builder();
  }

  @Override
  public final String refresh(URI tokenEndpoint, String refreshToken) {
    return builder().target(TokenEndpoint.class, tokenEndpoint.toString()).refresh(refreshToken);
  }
}
