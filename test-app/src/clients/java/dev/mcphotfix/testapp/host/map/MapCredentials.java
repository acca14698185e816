package dev.mcphotfix.testapp.host.map;

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

/** Credentials as maps of text. */
final class MapCredentials implements Credentials {
  private final HttpClient client = HttpClient.newHttpClient();
  private final CredentialMaps maps;

  MapCredentials(CredentialMaps maps) {
    this.maps = maps;
  }

  @Override
  public void login(ServerConfig server) throws IOException, InterruptedException {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("serverName", server.name());
    save(properties, new AuthorizationCodeLogin(client).login(server));
  }

  @Override
  public String accessToken(ServerConfig server) throws IOException {
    return maps.get(server.name()).getOrDefault("accessToken", "");
  }

  @Override
  public void refresh(ServerConfig server) throws IOException, InterruptedException {
    Map<String, String> properties = maps.get(server.name());
    URI endpoint = AuthorizationServerMetadata.discover(client, server.url()).tokenEndpoint();
    save(properties, new FormBodyClient().post(endpoint, form(properties)));
  }

  /** Who the client is, it knows from the map alone. */
  private static Map<String, String> form(Map<String, String> properties) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", properties.getOrDefault("refreshToken", ""));
    if (properties.containsKey("clientId")) {
      form.put("client_id", properties.getOrDefault("clientId", ""));
    }
    return form;
  }

  private void save(Map<String, String> properties, TokenResponse tokens) throws IOException {
    properties.put("accessToken", tokens.accessToken());
    properties.put("refreshToken", tokens.refreshToken());
    properties.put("expiresAt", Long.toString(tokens.expiresAt()));
    maps.put(properties.getOrDefault("serverName", ""), properties);
  }
}
