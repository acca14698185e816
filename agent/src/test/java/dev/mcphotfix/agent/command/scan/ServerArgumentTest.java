package dev.mcphotfix.agent.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.scan.candidate.Role;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule names the argument that says the server, and no other: it would heal nothing then. */
class ServerArgumentTest {

  private static final String CREDENTIAL =
      """
      package com.acme;
      class Credential {
        String accessToken, refreshToken, clientId;
        private String serverName, userName;
        String getServerName() { return serverName; }
        void setServerName(String name) { serverName = name; }
        String getUserName() { return userName; }
        void setUserName(String name) { userName = name; }
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"server", "serverName", "mcpServerId", "url", "serverUri", "resource"})
  void isOneThatIsCalledAfterAServerOrItsUrl(String name) throws IOException {
    assertThat(named("String " + name)).isEqualTo("arg0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"id", "name", "key", "userId", "text", "redirectUri", "baseUri", "serverSession"})
  void isNoneThatIsCalledOtherwise(String name) throws IOException {
    assertThat(named("String " + name)).isEqualTo("null");
  }

  @Test
  void isOneThatIsAUrlByItsType() throws IOException {
    assertThat(unnamed("java.net.URI a", "", "")).isEqualTo("arg0");
    assertThat(named("java.net.URI callback")).isEqualTo("null");
  }

  @Test
  void isTheFirstOfSeveral() throws IOException {
    assertThat(named("String userId, String serverName, String serverUrl")).isEqualTo("arg1");
  }

  @Test
  void isOneThatACallerHasFromAServer() throws IOException {
    assertThat(unnamed("String a", "", "String serverUrl; void x() { v.save(serverUrl, c); }"))
        .isEqualTo("arg0");
    assertThat(unnamed("String a", "", "void x() { v.save(c.getServerName().trim(), c); }"))
        .isEqualTo("arg0");
    assertThat(
            unnamed(
                "String a",
                "",
                "static class Server { String name() { return \"\"; } } void x() {"
                    + " v.save(new Server().name(), c); }"))
        .isEqualTo("arg0");
  }

  @Test
  void isNoneThatCallersHaveFromElsewhere() throws IOException {
    assertThat(unnamed("String a", "", "String user; void x() { v.save(user, c); }"))
        .isEqualTo("null");
    assertThat(unnamed("String a", "", "void x() { v.save(c.getUserName().trim(), c); }"))
        .isEqualTo("null");
    assertThat(unnamed("String a", "", "void x() { v.save(\"me\", c); }")).isEqualTo("null");
  }

  @Test
  void isOneThatIsComparedWithTheRecordsServer() throws IOException {
    assertThat(unnamed("String a", "a.equals(c.getServerName());", "")).isEqualTo("arg0");
    assertThat(unnamed("String a", "java.util.Objects.equals(c.getServerName(), a);", ""))
        .isEqualTo("arg0");
    assertThat(unnamed("String a", "a.equals(c.getUserName());", "")).isEqualTo("null");
  }

  @Test
  void isOneThatIsStoredAsTheRecordsServer() throws IOException {
    assertThat(unnamed("String a", "c.setServerName(a);", "")).isEqualTo("arg0");
    assertThat(unnamed("String a", "java.net.URI.create(a);", "")).isEqualTo("arg0");
    assertThat(unnamed("String a", "c.setUserName(a);", "")).isEqualTo("null");
  }

  @Test
  void isOneThatAnImplementationShows() throws IOException {
    Found found =
        Found.in(
            Compiled.classes(
                folder,
                CREDENTIAL,
                "package com.acme; interface Store { void save(String a, Credential c); }",
                """
                package com.acme;
                class One implements Store {
                  public void save(String a, Credential c) { c.setServerName(a); } }
                """,
                "package com.acme; class Two implements Store {"
                    + " public void save(String a, Credential c) {} }"));

    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.Store#save -> arg1");
    assertThat(found.rule(Role.SAVE).get("server")).isEqualTo("arg0");
  }

  private String named(String parameters) throws IOException {
    return server(Compiled.named(folder, CREDENTIAL, vault(parameters, "")));
  }

  private String unnamed(String parameters, String body, String caller) throws IOException {
    return server(
        Compiled.classes(
            folder,
            CREDENTIAL,
            vault(parameters, body),
            "package com.acme; class Login { Vault v; Credential c; " + caller + " }"));
  }

  private static String vault(String parameters, String body) {
    return "package com.acme; class Vault { void save("
        + parameters
        + ", Credential c) { "
        + body
        + " } }";
  }

  private static String server(Path classes) {
    return String.valueOf(Found.in(classes).rule(Role.SAVE).get("server"));
  }
}
