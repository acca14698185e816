package dev.mcphotfix.testapp.host;

import java.io.IOException;

/**
 * How one application keeps its credentials and refreshes them: what differs between the hosts.
 * Different servers may be used by different threads at once.
 */
public interface Credentials {

  /** Logs in anew and saves the record. */
  void login(ServerConfig server) throws IOException, InterruptedException;

  /** The saved access token, which may have expired. */
  String accessToken(ServerConfig server) throws IOException;

  /** Exchanges the saved refresh token and saves what came back. */
  void refresh(ServerConfig server) throws IOException, InterruptedException;
}
