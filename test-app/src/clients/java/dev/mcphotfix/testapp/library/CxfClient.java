package dev.mcphotfix.testapp.library;

import java.net.URI;
import org.apache.cxf.jaxrs.client.WebClient;
import org.apache.cxf.rs.security.oauth2.client.OAuthClientUtils;
import org.apache.cxf.rs.security.oauth2.grants.refresh.RefreshTokenGrant;

/** Apache CXF, whose calling thread writes the form once it has handed the request over. */
final class CxfClient implements RefreshClient {

  @Override
  public String refresh(URI tokenEndpoint, String refreshToken) {
    return OAuthClientUtils.getAccessToken(
            WebClient.create(tokenEndpoint.toString()), new RefreshTokenGrant(refreshToken))
        .getTokenKey();
  }
}
