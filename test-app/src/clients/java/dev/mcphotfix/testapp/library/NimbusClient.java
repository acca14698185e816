package dev.mcphotfix.testapp.library;

import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.io.IOException;
import java.net.URI;

/** Nimbus' OAuth 2.0 SDK, with a token request that names no client. */
final class NimbusClient implements RefreshClient {

  @Override
  public String refresh(URI tokenEndpoint, String refreshToken) throws Exception {
    RefreshTokenGrant grant = new RefreshTokenGrant(new RefreshToken(refreshToken));
    TokenRequest request = new TokenRequest.Builder(tokenEndpoint, grant).build();
    TokenResponse response = TokenResponse.parse(request.toHTTPRequest().send());
    if (!response.indicatesSuccess()) {
      throw new IOException(response.toErrorResponse().getErrorObject().getCode());
    }
    return response.toSuccessResponse().getTokens().getAccessToken().getValue();
  }
}
