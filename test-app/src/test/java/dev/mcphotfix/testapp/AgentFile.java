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
    return of(List.of(server), more);
  }

  /** The same for a host that calls several of them. */
  static String of(List<RecordingServer> servers, String more) {
    List<String> entries = new ArrayList<>();
    for (RecordingServer server : servers) {
      addEntries(server, entries);
    }
    String all = String.join(",\n", entries);
    return "{ \"logLevel\": \"debug\", " + more + "\"mcpServers\": {\n" + all + " } }";
  }

  private static void addEntries(RecordingServer server, List<String> entries) {
    for (URI uri : List.of(server.uri(), server.secureUri())) {
      // The first, of which a trace tells what is asked of the origin, has the fewest requests.
      entries.add(entry(uri, "bearer/mcp", Arrivals.CLIENT_ID, "moved/token"));
      for (String path : List.of("token", "guarded/token")) {
        entries.add(entry(uri, uri.getScheme() + path, Arrivals.CLIENT_ID, path));
      }
    }
    entries.add(entry(server.uri(), "one", Arrivals.CLIENT_ID, "shared/token"));
    entries.add(entry(server.uri(), "other", "other-client", "shared/token"));
  }

  private static String entry(URI server, String name, String clientId, String endpoint) {
    return """
        "%s%d": { "url": "%s%s",
                "oauth": { "clientId": "%s", "tokenEndpoint": "%s%s" } }"""
        .formatted(name, server.getPort(), server, name, clientId, server, endpoint);
  }
}
