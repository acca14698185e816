package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.server.RecordingServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The agent's own file for a host that calls the recording server. */
final class AgentFile {

  private AgentFile() {}

  /**
   * One client, which is known to several token endpoints; one of them is another client's, too.
   *
   * @param more keys beside the servers, each with a comma behind it
   */
  static String of(RecordingServer server, String more) {
    List<String> servers = new ArrayList<>();
    for (URI uri : List.of(server.uri(), server.secureUri())) {
      for (String path : List.of("token", "moved/token", "guarded/token")) {
        servers.add(entry(uri, uri.getScheme() + path, Arrivals.CLIENT_ID, path));
      }
    }
    servers.add(entry(server.uri(), "one", Arrivals.CLIENT_ID, "shared/token"));
    servers.add(entry(server.uri(), "other", "other-client", "shared/token"));
    String all = String.join(",\n", servers);
    return "{ \"logLevel\": \"debug\", " + more + "\"mcpServers\": {\n" + all + " } }";
  }

  private static String entry(URI server, String name, String clientId, String endpoint) {
    return """
        "%s": { "url": "%s%s",
                "oauth": { "clientId": "%s", "tokenEndpoint": "%s%s" } }"""
        .formatted(name, server, name, clientId, server, endpoint);
  }
}
