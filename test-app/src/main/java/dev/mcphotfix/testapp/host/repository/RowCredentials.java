package dev.mcphotfix.testapp.host.repository;

import dev.mcphotfix.testapp.host.AuthorizationCodeLogin;
import dev.mcphotfix.testapp.host.AuthorizationServerMetadata;
import dev.mcphotfix.testapp.host.Credentials;
import dev.mcphotfix.testapp.host.ServerConfig;
import dev.mcphotfix.testapp.host.TokenClient;
import dev.mcphotfix.testapp.host.TokenResponse;
import java.io.IOException;
import java.net.http.HttpClient;

/** Credentials as rows of a {@link CredentialRepository}. */
final class RowCredentials implements Credentials {
  private final HttpClient client = HttpClient.newHttpClient();
  private final CredentialRepository repository;

  RowCredentials(CredentialRepository repository) {
    this.repository = repository;
  }

  @Override
  public void login(ServerConfig server) throws IOException, InterruptedException {
    StoredCredential row = new StoredCredential();
    row.setServerName(server.name());
    save(row, new AuthorizationCodeLogin(client).login(server));
  }

  @Override
  public String accessToken(ServerConfig server) throws IOException {
    return repository.findByServer(server.name()).getAccessToken();
  }

  @Override
  public void refresh(ServerConfig server) throws IOException, InterruptedException {
    StoredCredential row = repository.findByServer(server.name());
    AuthorizationServerMetadata metadata =
        AuthorizationServerMetadata.discover(client, server.url());
    String form = RefreshForm.of(row, server.url().toString());
    save(row, new TokenClient(client).post(metadata.tokenEndpoint(), form));
  }

  private void save(StoredCredential row, TokenResponse tokens) throws IOException {
    row.setAccessToken(tokens.accessToken());
    row.setRefreshToken(tokens.refreshToken());
    row.setExpiresAt(tokens.expiresAt());
    repository.save(row.getServerName(), row);
  }
}
