package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.record.PartedRecord;
import dev.mcphotfix.agent.record.StoredRecord;
import dev.mcphotfix.agent.record.shape.json.JsonDocument;
import dev.mcphotfix.agent.record.shape.json.JsonEdit;
import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The two files that mcp-remote keeps for a server: the tokens in one, the client in the other. The
 * server's url is in neither; the MD5 of it, and of what distinguishes it, is in their names.
 *
 * @param hash 32 hexadecimal digits
 */
record McpRemote(String hash) {

  private static final Pattern NAME =
      Pattern.compile("([0-9a-f]{32})_(?:tokens|client_info)\\.json");

  /** Answers null where the file is none of the two. */
  static @Nullable McpRemote of(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? new McpRemote(name.group(1)) : null;
  }

  /**
   * The one that has the id. It may not be there: mcp-remote does not save a client that it was
   * given.
   */
  String clientFile() {
    return hash + "_client_info.json";
  }

  String tokenFile() {
    return hash + "_tokens.json";
  }

  /**
   * The record in the two files.
   *
   * @param client null where its file is not there; it is not made
   * @param tokens null where their file is not there
   * @param server that the person named, or null
   */
  FoundRecord record(
      @Nullable JsonDocument client,
      @Nullable JsonDocument tokens,
      @Nullable String server,
      List<ServerConfiguration> servers) {
    JsonObject owner = object(client);
    List<JsonObject> parts = Stream.of(owner, object(tokens)).filter(Objects::nonNull).toList();
    PartedRecord record = new PartedRecord(parts, owner, false, "serverUrl");
    String said = server == null ? url(servers) : server;
    return new FoundRecord("", new StoredRecord(record, "client_id", said, server != null));
  }

  private static @Nullable JsonObject object(@Nullable JsonDocument document) {
    return document != null && document.root() instanceof JsonObject object ? object : null;
  }

  /** The configured url that the files are named after; their hash, which is no url, if none is. */
  private String url(List<ServerConfiguration> servers) {
    for (ServerConfiguration server : servers) {
      String url = server.client().serverUrl();
      if (url != null && isOf(url, server)) {
        return url;
      }
    }
    return hash;
  }

  /** Alone, with itself as the resource, and each also with the headers, sorted by name. */
  private boolean isOf(String url, ServerConfiguration server) {
    String headers =
        server.headers().isEmpty() ? "" : '|' + JsonEdit.object(new TreeMap<>(server.headers()));
    return List.of(url, url + '|' + url, url + headers, url + '|' + url + headers).stream()
        .anyMatch(text -> hash.equals(md5(text)));
  }

  /** No protection of anything: a name that the client has given to its files. */
  private static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has MD5", e);
    }
  }
}
