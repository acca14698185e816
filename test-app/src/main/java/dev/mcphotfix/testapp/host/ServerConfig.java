package dev.mcphotfix.testapp.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One entry of {@code mcpServers} in {@code .mcp.json}: an MCP server and its static client. */
public record ServerConfig(String name, URI url, String clientId, int callbackPort) {

  /** All servers configured in this folder's {@code .mcp.json}, in the order of the file. */
  static List<ServerConfig> readAll(File folder) throws IOException {
    JsonNode servers =
        new ObjectMapper().readTree(new File(folder, ".mcp.json")).path("mcpServers");
    List<ServerConfig> configs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> server : servers.properties()) {
      configs.add(of(server.getKey(), server.getValue()));
    }
    return configs;
  }

  /** Where the browser is sent after the login. */
  public URI redirectUri() {
    return URI.create("http://localhost:" + callbackPort + "/callback");
  }

  private static ServerConfig of(String name, JsonNode server) {
    JsonNode oauth = server.path("oauth");
    return new ServerConfig(
        name,
        URI.create(server.path("url").asText()),
        oauth.path("clientId").asText(),
        oauth.path("callbackPort").asInt());
  }
}
