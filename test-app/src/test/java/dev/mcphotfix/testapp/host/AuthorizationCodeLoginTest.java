package dev.mcphotfix.testapp.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.testapp.server.AuthorizationServer;
import dev.mcphotfix.testapp.server.ProtectedMcpServer;
import dev.mcphotfix.testapp.server.RegisteredClient;
import java.io.IOException;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizationCodeLoginTest {
  private final AuthorizationCodeLogin login =
      new AuthorizationCodeLogin(HttpClient.newHttpClient());
  private AuthorizationServer authorizationServer;
  private ProtectedMcpServer mcpServer;

  @BeforeEach
  void startServers() throws IOException {
    authorizationServer = AuthorizationServer.start();
    mcpServer = ProtectedMcpServer.start(authorizationServer);
    authorizationServer.register(
        RegisteredClient.publicClient("app", configured("app").redirectUri()));
  }

  @AfterEach
  void stopServers() throws IOException {
    mcpServer.close();
    authorizationServer.close();
  }

  @Test
  void yieldsATokenThatOpensTheTool() throws Exception {
    TokenResponse tokens = login.login(configured("app"));

    String answer = EchoTool.call(mcpServer.url(), tokens.accessToken(), "hi");

    assertThat(answer).isEqualTo("hi");
  }

  @Test
  void yieldsATokenThatExpires() throws Exception {
    TokenResponse tokens = login.login(configured("app"));

    authorizationServer.expireAccessTokens();

    assertThatThrownBy(() -> EchoTool.call(mcpServer.url(), tokens.accessToken(), "hi"))
        .isInstanceOf(UnauthorizedException.class);
  }

  @Test
  void failsForAClientThatIsNotRegistered() {
    ServerConfig unregistered = configured("nobody");

    assertThatThrownBy(() -> login.login(unregistered)).isInstanceOf(IOException.class);
  }

  private ServerConfig configured(String clientId) {
    return new ServerConfig("example-server", mcpServer.url(), clientId, 3118);
  }
}
