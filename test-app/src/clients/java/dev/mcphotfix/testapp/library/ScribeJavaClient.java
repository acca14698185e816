package dev.mcphotfix.testapp.library;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi20;
import java.net.URI;

/** ScribeJava, which sends its key with a secret only: a public client has none. */
final class ScribeJavaClient implements RefreshClient {

  @Override
  public String refresh(URI tokenEndpoint, String refreshToken) throws Exception {
    try (var service =
        new ServiceBuilder("my-static-client").build(new AuthorizationServer(tokenEndpoint))) {
      return service.refreshAccessToken(refreshToken).getAccessToken();
    }
  }

  private static final class AuthorizationServer extends DefaultApi20 {

    private final URI tokenEndpoint;

    AuthorizationServer(URI tokenEndpoint) {
      this.tokenEndpoint = tokenEndpoint;
    }

    @Override
    public String getAccessTokenEndpoint() {
      return tokenEndpoint.toString();
    }

    @Override
    protected String getAuthorizationBaseUrl() {
      return tokenEndpoint.resolve("/authorize").toString();
    }
  }
}
