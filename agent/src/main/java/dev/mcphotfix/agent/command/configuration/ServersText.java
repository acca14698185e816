package dev.mcphotfix.agent.command.configuration;

import dev.mcphotfix.agent.command.terminal.JsonOutput;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes which servers a file for the agent is about. */
public final class ServersText {

  private ServersText() {}

  /** What a person has to fill in. */
  public static List<String> toFillIn() {
    return List.of(
        "  // Which servers, and which client ids? Name the client's own file, if that says so:",
        "  // \"mcpConfig\": [\".mcp.json\"],",
        "  // or say it here:",
        "  // \"mcpServers\": { \"example-server\": { \"url\": \"https://mcp.example.com/mcp\",",
        "  //   \"oauth\": { \"clientId\": \"my-static-client\" } } },");
  }

  /** The client's own file. */
  public static List<String> file(String mcpConfig) {
    return List.of("  \"mcpConfig\": [" + JsonOutput.quoted(mcpConfig) + "],");
  }

  /** These servers, with all that is known but for headers, which may hold secrets. */
  public static List<String> of(List<ServerConfiguration> servers) {
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
      String name = JsonOutput.quoted(client.serverName());
      lines.add(
          "    " + name + ": { " + String.join(", ", server) + " }" + (each.hasNext() ? "," : ""));
    }
    lines.add("  },");
    return lines;
  }

  /** A whole file that has nothing but these servers, on one line. */
  static String wholeFile(List<ServerConfiguration> servers) {
    String text = of(servers).stream().map(String::strip).collect(Collectors.joining(" "));
    return "{ " + text.substring(0, text.length() - 1) + " }";
  }

  /** Whether no url of them looks as if there were a key in it. */
  static boolean isFitToShow(List<ServerConfiguration> servers) {
    return servers.stream()
        .map(ServerConfiguration::client)
        .flatMap(client -> Stream.of(client.serverUrl(), client.tokenEndpoint(), client.issuer()))
        .filter(Objects::nonNull)
        .allMatch(url -> url.equals(Redaction.url(url)));
  }

  private static void add(String key, @Nullable String value, List<String> members) {
    if (value != null) {
      members.add(JsonOutput.quoted(key) + ": " + JsonOutput.quoted(value));
    }
  }
}
