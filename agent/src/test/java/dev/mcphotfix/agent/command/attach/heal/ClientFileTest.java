package dev.mcphotfix.agent.command.attach.heal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientFileTest {

  private static final String SERVERS =
      """
      { "mcpServers": { "example-server": { "url": "https://mcp.example.com/mcp",
          "oauth": { "clientId": "${ID}" } } } }
      """;

  @TempDir private Path temporary;
  private Path folder;
  private Path home;

  @BeforeEach
  void makeFolders() throws IOException {
    folder = Files.createDirectory(temporary.resolve("folder"));
    home = Files.createDirectory(temporary.resolve("home"));
  }

  @Test
  void findsTheFilesOfTheFolderBeforeThoseOfTheHome() throws IOException {
    write(home.resolve(".mcp.json"), SERVERS);
    write(folder.resolve(".vscode/mcp.json"), SERVERS);

    assertThat(found().stream().map(ClientFile::file))
        .containsExactly(
            folder.resolve(".vscode/mcp.json").toFile(), home.resolve(".mcp.json").toFile());
  }

  @Test
  void findsTheTomlOfCodex() throws IOException {
    write(
        home.resolve(".codex/config.toml"),
        """
        [mcp_servers.example-server]
        url = "https://mcp.example.com/mcp"
        oauth.client_id = "my-static-client"
        """);

    assertThat(found().get(0).describe())
        .containsExactly("example-server, client id my-static-client");
  }

  @Test
  void findsNothingWhereNoClientKeepsItsServers() throws IOException {
    write(folder.resolve("package.json"), SERVERS);
    Files.createDirectory(folder.resolve(".mcp.json"));

    assertThat(found()).isEmpty();
  }

  @Test
  void namesEachServerWithItsIdFromTheClientsEnvironment() throws IOException {
    write(folder.resolve(".mcp.json"), SERVERS);

    assertThat(found().get(0).describe())
        .containsExactly("example-server, client id my-static-client");
  }

  @Test
  void saysWhichServerOfAFileIsPassedOver() throws IOException {
    write(
        folder.resolve(".mcp.json"),
        """
        { "mcpServers": { "a": { "url": "https://a.example", "oauth": { "clientId": "a" } },
                          "b": { "url": "b", "oauth": { "clientId": "b" } } } }
        """);

    assertThat(found().get(0).describe())
        .hasSize(2)
        .contains("a, client id a")
        .anyMatch(line -> line.matches("passed over: .*:2: mcpServers.b.url: expected .*"));
  }

  @Test
  void saysWhyAFileIsOfNoUse() throws IOException {
    write(folder.resolve(".mcp.json"), "{ \"mcpServers\": { \"a\": { \"command\": \"npx\" } } }");
    write(folder.resolve("mcp.json"), "{ nothing");

    List<ClientFile> found = found();

    assertThat(found).allMatch(file -> file.servers().isEmpty());
    assertThat(ClientFile.none(found, folder.toFile(), home.toFile()).lines())
        .hasSizeGreaterThan(2)
        .anyMatch(line -> line.contains("name the client's own with --mcp-config FILE"))
        .anyMatch(line -> line.contains("a (no url, but command)"))
        .anyMatch(line -> line.contains("mcp.json:1"));
  }

  private List<ClientFile> found() {
    return ClientFile.in(folder.toFile(), home.toFile(), Map.of("ID", "my-static-client"));
  }

  private static void write(Path path, String text) throws IOException {
    File parent = path.getParent().toFile();
    assertThat(parent.isDirectory() || parent.mkdirs()).isTrue();
    Files.writeString(path, text);
  }
}
