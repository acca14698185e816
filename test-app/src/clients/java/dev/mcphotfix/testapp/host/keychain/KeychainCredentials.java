package dev.mcphotfix.testapp.host.keychain;

import dev.mcphotfix.testapp.host.AuthorizationCodeLogin;
import dev.mcphotfix.testapp.host.AuthorizationServerMetadata;
import dev.mcphotfix.testapp.host.Credentials;
import dev.mcphotfix.testapp.host.ServerConfig;
import dev.mcphotfix.testapp.host.TokenResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.Map;

/** Credentials as two secrets of a {@link Keychain}, which has no place for an id. */
final class KeychainCredentials implements Credentials {
  private static final String ACCESS = "/access-token";
  private static final String REFRESH = "/refresh-token";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Keychain keychain;

  KeychainCredentials(Keychain keychain) {
    this.keychain = keychain;
  }

  @Override
  public void login(ServerConfig server) throws IOException, InterruptedException {
    save(server, new AuthorizationCodeLogin(client).login(server));
  }

  @Override
  public String accessToken(ServerConfig server) throws IOException {
    return keychain.secret(server.name() + ACCESS);
  }

  @Override
  public void refresh(ServerConfig server) throws IOException, InterruptedException {
    String refreshToken = keychain.secret(server.name() + REFRESH);
    URI endpoint = AuthorizationServerMetadata.discover(client, server.url()).tokenEndpoint();
    save(server, new SubmitFormClient().post(endpoint, form(refreshToken)));
  }

  /** Who the client is, no secret says. */
  private static Map<String, String> form(String refreshToken) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    return form;
  }

  private void save(ServerConfig server, TokenResponse tokens) throws IOException {
    keychain.setSecret(server.name() + ACCESS, tokens.accessToken());
    keychain.setSecret(server.name() + REFRESH, tokens.refreshToken());
  }
}
