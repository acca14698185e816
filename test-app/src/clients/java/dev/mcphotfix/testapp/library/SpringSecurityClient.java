package dev.mcphotfix.testapp.library;

import java.net.URI;
import java.time.Instant;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** Spring Security's OAuth 2.0 client, which authenticates by {@code client_secret_basic}. */
final class SpringSecurityClient implements RefreshClient {

  @Override
  public String refresh(URI tokenEndpoint, String refreshToken) {
    Instant now = Instant.now();
    OAuth2AccessToken expired =
        new OAuth2AccessToken(
            OAuth2AccessToken.TokenType.BEARER,
            "expired",
            now.minusSeconds(2),
            now.minusSeconds(1));
    OAuth2RefreshTokenGrantRequest request =
        new OAuth2RefreshTokenGrantRequest(
            registration(tokenEndpoint), expired, new OAuth2RefreshToken(refreshToken, null));
    return new RestClientRefreshTokenTokenResponseClient()
        .getTokenResponse(request)
        .getAccessToken()
        .getTokenValue();
  }

  private static ClientRegistration registration(URI tokenEndpoint) {
    return ClientRegistration.withRegistrationId("example-server")
        .clientId("my-static-client")
        .clientSecret("secret")
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri("http://127.0.0.1/callback")
        .authorizationUri(tokenEndpoint.resolve("/authorize").toString())
        .tokenUri(tokenEndpoint.toString())
        .build();
  }
}
