package dev.mcphotfix.agent.command.repair;

import dev.mcphotfix.agent.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with a configuration and the credentials of a client, for the command. */
record RepairFolder(Path folder) {

  static final String CONFIG =
      """
      { "mcpServers": { "example-server": {
        "type": "http", "url": "https://mcp.example.com/mcp",
        "oauth": { "clientId": "my-static-client" } } } }
      """;
  static final String RECORD =
      """
      {
        "mcpOAuth": {
          "example-server|4282f2a9112820d2": {
            "serverName": "example-server",
            "serverUrl": "https://mcp.example.com/mcp",
            "accessToken": "at-hush",
            "refreshToken": "rt-hush"
          }
        }
      }
      """;

  static RepairFolder in(Path folder) throws IOException {
    Files.writeString(folder.resolve("mcp-hotfix.json"), CONFIG);
    Files.writeString(folder.resolve(".credentials.json"), RECORD);
    return new RepairFolder(folder);
  }

  CommandRun undo() {
    return CommandRun.of("repair", "--credentials", path(".credentials.json"), "--undo");
  }

  CommandRun repair(String... more) {
    return run(".credentials.json", path("mcp-hotfix.json"), more);
  }

  CommandRun run(String name, String second, String... more) {
    boolean option = second.startsWith("--");
    Stream<String> start =
        Stream.of(
            "repair",
            "--credentials",
            path(name),
            "--config",
            option ? path("mcp-hotfix.json") : second);
    Stream<String> rest = Stream.concat(option ? Stream.of(second) : Stream.of(), Stream.of(more));
    return CommandRun.of(Stream.concat(start, rest).toArray(String[]::new));
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  String credentials() throws IOException {
    return Files.readString(folder.resolve(".credentials.json"));
  }

  List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
