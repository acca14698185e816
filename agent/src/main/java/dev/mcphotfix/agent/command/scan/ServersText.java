package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes which servers a file for the agent is about. */
final class ServersText {

  private ServersText() {}

  /** What a person has to fill in. */
  static List<String> toFillIn() {
    return List.of(
        "  // Which servers, and which client ids? Name the client's own file, if that says so:",
        "  // \"mcpConfig\": [\".mcp.json\"],",
        "  // or say it here:",
        "  // \"mcpServers\": { \"example-server\": { \"url\": \"https://mcp.example.com/mcp\",",
        "  //   \"oauth\": { \"clientId\": \"my-static-client\" } } },");
  }

  /** The client's own file. */
  static List<String> file(String mcpConfig) {
    return List.of("  \"mcpConfig\": [" + ScanLines.quoted(mcpConfig) + "],");
  }

  /** These servers, with all that is known but for headers, which may hold secrets. */
  static List<String> of(List<ServerConfiguration> servers) {
    List<String> lines = new ArrayList<>(List.of("  \"mcpServers\": {"));
    for (Iterator<ServerConfiguration> each = servers.iterator(); each.hasNext(); ) {
      StaticClient client = each.next().client();
      List<String> oauth = new ArrayList<>();
      add("clientId", client.clientId(), oauth);
      add("tokenEndpoint", client.tokenEndpoint(), oauth);
      add("issuer", client.issuer(), oauth);
      List<String> server = new ArrayList<>();
      add("url", client.serverUrl(), server);
      server.add("\"oauth\": { " + String.join(", ", oauth) + " }");
      String name = ScanLines.quoted(client.serverName());
      lines.add(
          "    " + name + ": { " + String.join(", ", server) + " }" + (each.hasNext() ? "," : ""));
    }
    lines.add("  },");
    return lines;
  }

  private static void add(String key, @Nullable String value, List<String> members) {
    if (value != null) {
      members.add(ScanLines.quoted(key) + ": " + ScanLines.quoted(value));
    }
  }
}
