package dev.mcphotfix.agent.command.repair;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcphotfix.agent.command.credential.CredentialFile;
import dev.mcphotfix.agent.command.credential.FoundRecord;
import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.record.RecordDecision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A folder with credential files, and the servers that are configured. */
public record CredentialFolder(Path path, List<ServerConfiguration> servers) {

  /** A pair of tokens, as most clients spell them. */
  public static final String TOKENS = "\"accessToken\": \"at\", \"refreshToken\": \"rt\"";

  /** The same, as RFC 6749 spells them. */
  public static final String SNAKE = "\"access_token\": \"at\", \"refresh_token\": \"rt\"";

  public static final String ID = "my-static-client";
  public static final String URL = "https://mcp.example.com/mcp";
  static final ServerConfiguration EXAMPLE = server("example-server", URL, Map.of());

  public static CredentialFolder of(Path path) {
    return new CredentialFolder(path, List.of(EXAMPLE));
  }

  public static ServerConfiguration server(String name, String url, Map<String, String> headers) {
    return new ServerConfiguration(
        new StaticClient(name, url, ID, null, null), "http", headers, Origin.DEFAULT);
  }

  public Path write(String name, String text) {
    try {
      return Files.writeString(path.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) throws IOException {
    return Files.readString(path.resolve(name));
  }

  /** The names of all files, sorted. */
  public List<String> names() throws IOException {
    try (var files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  public CredentialFile open(String name) {
    return open(name, CredentialFile.Search.KNOWN_SHAPES);
  }

  public CredentialFile open(String name, CredentialFile.Search search) {
    return CredentialFile.read(path.resolve(name), search, servers);
  }

  /** Heals all records in memory; answers a reason for each. */
  public List<String> heal(CredentialFile file) {
    List<String> reasons = new ArrayList<>();
    for (FoundRecord found : file.records()) {
      RecordDecision decision = found.record().decide(servers);
      found.record().heal(decision);
      reasons.add(found.location() + ' ' + decision.reason().code());
    }
    return reasons;
  }

  /** What the file of that text would hold. */
  public String healed(String name, String text) {
    write(name, text);
    CredentialFile file = open(name);
    heal(file);
    return new String(Objects.requireNonNull(file.document()).bytes(), UTF_8);
  }
}
