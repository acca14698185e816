package dev.mcphotfix.testapp.server;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One authorization server for the tests of a class; each test logs in for itself. */
@TestInstance(Lifecycle.PER_CLASS)
class ServerTest {
  AuthorizationServer server;
  TokenClient client;

  @BeforeAll
  void startServer() throws IOException {
    server = AuthorizationServer.start();
    server.register(RegisteredClient.publicClient("app", TokenClient.REDIRECT));
    server.register(RegisteredClient.publicClient("other", TokenClient.REDIRECT));
    server.register(RegisteredClient.confidential("safe", "s3cret", TokenClient.REDIRECT));
    client = new TokenClient(server);
  }

  @AfterAll
  void stopServer() throws IOException {
    server.close();
  }

  /** A refresh form up to the token, without any client. */
  static String refresh(String refreshToken) {
    return "grant_type=refresh_token&refresh_token=" + refreshToken;
  }
}
