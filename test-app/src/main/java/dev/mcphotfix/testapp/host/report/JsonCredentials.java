package dev.mcphotfix.testapp.host.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcphotfix.testapp.host.AuthorizationCodeLogin;
import dev.mcphotfix.testapp.host.AuthorizationServerMetadata;
import dev.mcphotfix.testapp.host.Credentials;
import dev.mcphotfix.testapp.host.ServerConfig;
import dev.mcphotfix.testapp.host.TokenClient;
import dev.mcphotfix.testapp.host.TokenResponse;
import java.io.IOException;
import java.net.http.HttpClient;

/** Credentials as JSON objects in a {@link CredentialStore}. */
final class JsonCredentials implements Credentials {
  private final HttpClient client = HttpClient.newHttpClient();
  private final CredentialStore store;

  JsonCredentials(CredentialStore store) {
    this.store = store;
  }

  @Override
  public void login(ServerConfig server) throws IOException, InterruptedException {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("serverName", server.name()).put("serverUrl", server.url().toString());
    put(entry, new AuthorizationCodeLogin(client).login(server));
    store.save(key(server), entry);
  }

  @Override
  public String accessToken(ServerConfig server) throws IOException {
    return store.load(key(server)).path("accessToken").asText();
  }

  @Override
  public void refresh(ServerConfig server) throws IOException, InterruptedException {
    ObjectNode entry = store.load(key(server));
    AuthorizationServerMetadata metadata =
        AuthorizationServerMetadata.discover(client, server.url());
    put(entry, new TokenClient(client).post(metadata.tokenEndpoint(), RefreshRequest.of(entry)));
    store.save(key(server), entry);
  }

  private static String key(ServerConfig server) {
    return CredentialKey.of(server.name(), server.url());
  }

  private static void put(ObjectNode entry, TokenResponse tokens) {
    entry
        .put("accessToken", tokens.accessToken())
        .put("refreshToken", tokens.refreshToken())
        .put("expiresAt", tokens.expiresAt())
        .put("scope", tokens.scope());
  }
}
