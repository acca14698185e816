package dev.mcphotfix.agent.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of commands shows what a scan really prints. */
class CommandsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "commands.md");

  @TempDir private Path folder;

  @Test
  void showsWhatIsPrinted() throws Exception {
    Path classes =
        Compiled.named(
            folder,
            """
            package com.acme.mcp;
            class Credential { String accessToken, refreshToken, clientId; }
            """,
            """
            package com.acme.mcp;
            class CredentialStore {
              void save(String server, Credential credential) throws Exception {
                new java.io.FileOutputStream(server).close();
              }
              Credential load(String server) throws Exception {
                new java.io.FileInputStream(server).close();
                return new Credential();
              }
            }
            """,
            """
            package com.acme.mcp;
            class TokenClient {
              String refresh(CredentialStore store) throws Exception {
                java.net.http.HttpClient.newHttpClient();
                Credential credential = store.load("server");
                store.save("server", credential);
                return "grant_type=refresh_token&refresh_token=" + credential.refreshToken;
              }
            }
            """);

    Found found = Found.in(classes);

    assertThat(Files.readString(PAGE))
        .contains("```text\n" + found.configuration() + "\n```")
        .contains("```text\n" + found.remarks() + "\n```");
  }
}
