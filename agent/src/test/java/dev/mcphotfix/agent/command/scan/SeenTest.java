package dev.mcphotfix.agent.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import dev.mcphotfix.agent.command.scan.candidate.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a witness saw of an application comes first. */
final class SeenTest {

  private static final String[] TWO_VAULTS = {
    "package com.acme; class Credential { String accessToken, refreshToken, clientId; }",
    "package com.acme; class FirstVault { void save(String name, Credential one) {} }",
    "package com.acme; class SecondVault { void save(String name, Credential one) {} }",
    """
    package com.acme;
    class Session {
      void reconnect(Credential one) { new SecondVault().save("a", one); }
    }
    """
  };

  @TempDir private Path folder;

  @Test
  void aMethodFromWhichARequestLeftIsBeforeItsEquals() throws IOException {
    Path classes = Compiled.classes(folder, TWO_VAULTS);

    Found found = Found.seeing(Set.of("com.acme.SecondVault#save"), classes);

    assertThat(Found.in(classes).methods(Role.SAVE)).containsExactly(vaults("First", "Second"));
    assertThat(found.methods(Role.SAVE)).containsExactly(vaults("Second", "First"));
    assertThat(found.why(Role.SAVE)).startsWith("[a token request was seen to leave from it,");
  }

  @Test
  void soIsOneThatSuchAMethodCallsAndBothAreProposed() throws IOException {
    Path classes = Compiled.classes(folder, TWO_VAULTS);

    Found found = Found.seeing(Set.of("com.acme.Session#reconnect"), classes);

    assertThat(found.methods(Role.SAVE)).containsExactly(vaults("Second", "First"));
    assertThat(found.why(Role.SAVE)).startsWith("[called by Session#reconnect, from which one was");
    assertThat(found.rules(Role.SAVE)).hasSize(2);
  }

  @Test
  void saysThatAnotherClientWasSeen() throws IOException {
    Path classes = Compiled.classes(folder, TWO_VAULTS);

    Found found = Found.seeing(Set.of("org.other.Client#post"), classes);

    assertThat(found.methods(Role.SAVE)).containsExactly(vaults("First", "Second"));
    assertThat(found.result().problems())
        .containsExactly(
            "--trace: none of the methods in it is of what was scanned; name the jars of that"
                + " client");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WARN  witnessed        endpoint=https://idp.example.com/token seen=write"
            + " from=com.acme.SecondVault#lambda$save$0,com.acme.Session#reconnect",
        "INFO  trace            conversation=3fa-1 step=token-request server=s"
            + " from=com.acme.SecondVault.lambda$save$0(SecondVault.java:12),"
            + "com.acme.Session.reconnect(Session.java:7)"
      })
  void readsWhatTheAgentWroteOfTheClientsMethods(String line) throws IOException {
    Path classes = Compiled.classes(folder, TWO_VAULTS);
    Path log = Files.writeString(folder.resolve("log"), "mcp-hotfix " + line + '\n');

    CommandRun run = CommandRun.of("scan", classes.toString(), "--json", "--trace", log.toString());

    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(List.of(run.output().split("\"method\"", -1)).get(1)).contains("SecondVault");
  }

  @Test
  void asksForAWitnessWhereALogHasNone() throws IOException {
    Path log = Files.writeString(folder.resolve("log"), "mcp-hotfix INFO  self-check ok\n");

    CommandRun run = CommandRun.of("scan", folder.toString(), "--trace", log.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("no method of the client is told there", "witness=on");
  }

  private static String[] vaults(String... names) {
    return List.of(names).stream()
        .map(name -> "com.acme." + name + "Vault#save")
        .toArray(String[]::new);
  }
}
