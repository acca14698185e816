package dev.mcphotfix.testapp.library;

import java.net.URI;

/** A library that refreshes a token, as its own documentation suggests. */
interface RefreshClient {

  /** Answers the new access token, or throws what the library throws where it is refused. */
  String refresh(URI tokenEndpoint, String refreshToken) throws Exception;
}
