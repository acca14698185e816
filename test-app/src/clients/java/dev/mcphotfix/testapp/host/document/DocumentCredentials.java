package dev.mcphotfix.testapp.host.document;

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

/** Credentials as {@link StoredTokens}. */
final class DocumentCredentials implements Credentials {
  private final HttpClient client = HttpClient.newHttpClient();
  private final CredentialDocuments documents;

  DocumentCredentials(CredentialDocuments documents) {
    this.documents = documents;
  }

  @Override
  public void login(ServerConfig server) throws IOException, InterruptedException {
    TokenResponse tokens = new AuthorizationCodeLogin(client).login(server);
    documents.write(server.name(), StoredTokens.of(server.name(), null, tokens));
  }

  @Override
  public String accessToken(ServerConfig server) throws IOException {
    return documents.read(server.name()).accessToken();
  }

  @Override
  public void refresh(ServerConfig server) throws IOException, InterruptedException {
    StoredTokens stored = documents.read(server.name());
    URI endpoint = AuthorizationServerMetadata.discover(client, server.url()).tokenEndpoint();
    TokenResponse tokens = new TextBodyClient().post(endpoint, form(stored));
    documents.write(server.name(), StoredTokens.of(server.name(), stored.clientId(), tokens));
  }

  /** A record without a client makes it {@code client_id=null}. */
  private static Map<String, String> form(StoredTokens stored) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("client_id", String.valueOf(stored.clientId()));
    form.put("refresh_token", stored.refreshToken());
    return form;
  }
}
