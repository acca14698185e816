package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.record.shape.json.JsonEdit;
import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client that keeps a registration and its tokens in two files beside each other, of one name but
 * for their ends. The name may be a hash that tells the server.
 *
 * @param names of both; the first group is what they share
 * @param id what the client calls the id
 * @param says what is said of the server that the hash tells: its url or its name
 */
record SplitFiles(
    String title,
    Pattern names,
    String registrationEnd,
    String tokensEnd,
    String id,
    HashedName hash,
    Function<ServerConfiguration, @Nullable String> says) {

  static final SplitFiles MCP_REMOTE =
      new SplitFiles(
          "mcp-remote",
          Pattern.compile("([0-9a-f]{32})(_tokens|_client_info)\\.json"),
          "_client_info.json",
          "_tokens.json",
          "client_id",
          new HashedName(32, SplitFiles::urls),
          server -> server.client().serverUrl());

  private static final SplitFiles MCPO =
      new SplitFiles(
          "mcpo",
          Pattern.compile("([0-9a-f]{12})(_tokens|_client)\\.json"),
          "_client.json",
          "_tokens.json",
          "client_id",
          new HashedName(12, server -> List.of(server.client().serverName() + "_default")),
          server -> server.client().serverName());

  private static final SplitFiles COPILOT_CLI =
      new SplitFiles(
          "copilot-cli",
          Pattern.compile("([\\w-]+)(\\.tokens)?\\.json"),
          ".json",
          ".tokens.json",
          "clientId",
          HashedName.NONE,
          server -> null);

  /** The two files of a server, of which one may not be there. */
  record Pair(SplitFiles client, Path registration, Path tokens, String name) {

    /** Of the server that is named by a person or, where none is, by the files' name. */
    FoundRecord record(
        @Nullable JsonObject registered,
        @Nullable JsonObject tokens,
        @Nullable String server,
        List<ServerConfiguration> servers) {
      SplitRecord record = new SplitRecord(null, registered, tokens);
      String said = server == null ? client.said(name, servers) : server;
      return new FoundRecord(
          "",
          record.record(client.id, "serverUrl", said, server != null),
          name + " (registration and tokens)");
    }

    /** What a registration is that has only the id. */
    String only(String clientId) {
      return "{\"" + client.id + "\": \"" + clientId + "\"}";
    }
  }

  /** Answers null where the file is none of such two. */
  static @Nullable Pair of(Path file) {
    for (SplitFiles client : List.of(MCP_REMOTE, MCPO, COPILOT_CLI)) {
      Matcher name = client.names().matcher(String.valueOf(file.getFileName()));
      if (name.matches()) {
        String start = name.group(1);
        Path registration = file.resolveSibling(start + client.registrationEnd);
        Path tokens = file.resolveSibling(start + client.tokensEnd);
        return client.equals(COPILOT_CLI) && !isThere(tokens)
            ? null
            : new Pair(client, registration, tokens, start);
      }
    }
    return null;
  }

  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** The name itself, which is none of a server, where it does not tell. */
  private @Nullable String said(String name, List<ServerConfiguration> servers) {
    ServerConfiguration server = hash.server(name, servers);
    String said = server == null ? null : says.apply(server);
    return said == null && !hash.equals(HashedName.NONE) ? name : said;
  }

  /** The url alone, with itself as the resource, and each also with the headers, by name. */
  private static List<String> urls(ServerConfiguration server) {
    String url = server.client().serverUrl();
    if (url == null) {
      return List.of();
    }
    String headers =
        server.headers().isEmpty() ? "" : '|' + JsonEdit.object(new TreeMap<>(server.headers()));
    return Stream.of(url, url + '|' + url, url + headers, url + '|' + url + headers).toList();
  }
}
