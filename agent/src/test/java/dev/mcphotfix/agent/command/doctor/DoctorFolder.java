package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.CommandRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A configuration and the credentials of a client, beside a token endpoint. */
record DoctorFolder(Path folder, FakeTokenServer server) implements AutoCloseable {

  static final String TOKEN = "refresh-1";
  static final String MISSING = "{\"error\":\"invalid_request\"}";
  static final String ROTATED =
      "{\"access_token\":\"access-2\",\"refresh_token\":\"refresh-2\",\"expires_in\":3600}";

  static DoctorFolder in(Path folder) throws IOException {
    DoctorFolder made = new DoctorFolder(folder, new FakeTokenServer());
    made.configure("");
    made.record("");
    return made;
  }

  /** Writes the agent's file with more members. */
  void configure(String more) throws IOException {
    Files.writeString(
        configuration(),
        """
        { %s "discovery": "off", "mcpServers": { "example-server": {
          "type": "http", "url": "https://mcp.example.com/mcp",
          "oauth": { "clientId": "my-static-client", "tokenEndpoint": "%s" } } } }"""
            .formatted(more, server.url()));
  }

  /** Writes one record with more members. */
  void record(String more) throws IOException {
    Files.writeString(
        credentials(),
        """
        { "mcpOAuth": { "example-server|4282f2a9112820d2": {
            "serverName": "example-server", "serverUrl": "https://mcp.example.com/mcp",
            %s "accessToken": "access-1", "refreshToken": "refresh-1",
            "expiresAt": 1700000000000 } } }
        """
            .formatted(more));
  }

  /** Writes the credentials as a client would that is still running. */
  void rewrite(String before, String after) {
    try {
      Files.writeString(credentials(), Files.readString(credentials()).replace(before, after));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path configuration() {
    return folder.resolve("hotfix.json");
  }

  Path credentials() {
    return folder.resolve("credentials.json");
  }

  /** The doctor of both files. */
  CommandRun run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("doctor", configuration() + "", "--credentials", credentials() + ""));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  CommandRun probe(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--probe", "--yes"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  @Override
  public void close() {
    server.close();
  }
}
