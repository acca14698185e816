package dev.mcphotfix.agent.command.scan;

import static dev.mcphotfix.agent.command.scan.FormClient.FORM;
import static dev.mcphotfix.agent.command.scan.FormClient.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import dev.mcphotfix.agent.command.scan.candidate.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that make the form and send it in one method: what a rule can name then. */
class SendingMethodTest {

  @TempDir private Path folder;

  @Test
  void namesALibrarysMethodWhoseObjectWasGivenTheUrl() throws IOException {
    Found found =
        scan(refresh(FORM + "org.lib.Request.post(endpoint.toString()).type(\"x\").body(form);"));

    assertThat(found.rules(Role.REFRESH))
        .containsExactly("org.lib.Message#body(java.lang.String) -> arg0");
    assertThat(found.configuration()).doesNotContain("\"endpoint\"");
    assertThat(found.why(Role.REFRESH))
        .contains("given to Message#body", "is not told the url: give the rule a server");
  }

  @Test
  void isShownOnThePageOfCommands() throws IOException {
    Found found = scan(refresh(FORM + "org.lib.Request.post(endpoint.toString()).body(form);"));

    String printed = found.configuration();
    String rule = printed.substring(printed.indexOf("    // TokenClient"), printed.indexOf("  ]"));
    assertThat(Files.readString(Path.of("..", "docs", "commands.md")))
        .contains("```text\n" + rule + "```");
  }

  @Test
  void namesALibrarysMethodThatIsGivenTheUrlToo() throws IOException {
    Found found = scan(refresh(FORM + "new org.lib.Wire().post(endpoint, form.getBytes());"));

    assertThat(found.rules(Role.REFRESH))
        .containsExactly("org.lib.Wire#post(java.lang.Object,byte[]) -> arg1");
    assertThat(found.configuration()).contains("\"endpoint\": \"arg0\"");
  }

  /** What it is given beside the url is a token, and no form. */
  @Test
  void doesNotNameTheMethodItselfThatMakesTheForm() throws IOException {
    Found found =
        scan(
            refresh(FORM + "org.lib.Request.post(endpoint.toString()).body(form);"),
            """
            package com.acme;
            class Session {
              void renew() throws Exception {
                new TokenClient().refresh(java.net.URI.create("https://idp.example.com/t"), "r");
              }
            }
            """);

    assertThat(found.rules(Role.REFRESH))
        .containsExactly("org.lib.Message#body(java.lang.String) -> arg0");
  }

  @Test
  void namesOneThatTakesAnything() throws IOException {
    Found found = scan(refresh(FORM + "new org.lib.Wire().submit(endpoint, form);"));

    assertThat(found.rules(Role.REFRESH))
        .containsExactly("org.lib.Wire#submit(java.lang.Object,java.lang.Object) -> arg1");
  }

  @Test
  void namesOneThatIsGivenAMap() throws IOException {
    Found found =
        scan(
            refresh(
                """
                java.util.Map<String, String> form = new java.util.HashMap<>();
                form.put("grant_type", "refresh_token");
                if (!token.isEmpty()) {
                  form.put("refresh_token", token);
                }
                new org.lib.Wire().post(endpoint.toString(), form);
                """));

    assertThat(found.rules(Role.REFRESH))
        .containsExactly("org.lib.Wire#post(java.lang.Object,java.util.Map) -> arg1");
    assertThat(found.configuration()).contains("\"endpoint\": \"arg0\"");
  }

  @Test
  void namesTheConstructorOfWhatIsSent() throws IOException {
    Found found =
        scan(refresh(FORM + "new org.lib.Wire().submit(endpoint, new org.lib.Entity(form));"));

    assertThat(found.rules(Role.REFRESH)).containsExactly("org.lib.Entity#<init> -> arg0");
  }

  @Test
  void followsATextThatIsPutTogetherInALoop() throws IOException {
    Found found =
        scan(
            refresh(
                """
                java.util.Map<String, String> parts =
                    java.util.Map.of("grant_type", "refresh_token", "refresh_token", token);
                StringBuilder form = new StringBuilder();
                for (java.util.Map.Entry<String, String> part : parts.entrySet()) {
                  form.append(form.length() > 0 ? "&" : "").append(part.getKey()).append('=');
                  form.append(java.net.URLEncoder.encode(part.getValue(), "UTF-8"));
                }
                long now = System.nanoTime() + 1L;
                org.lib.Request.post(endpoint.toString()).body(form.toString());
                """));

    assertThat(found.rules(Role.REFRESH))
        .containsExactly("org.lib.Message#body(java.lang.String) -> arg0");
  }

  @Test
  void followsAFormToTheMethodThatAsksForIt() throws IOException {
    Found found =
        scan(
            "package com.acme; class Form { static String of(String token) {"
                + FORM
                + " return form; } }",
            """
            package com.acme;
            class TokenClient {
              String url;
              void refresh() { org.lib.Request.post(url).body(Form.of("r")).send(); }
            }
            """);

    assertThat(found.rules(Role.REFRESH))
        .containsExactly("org.lib.Message#body(java.lang.String) -> arg0");
  }

  @Test
  void namesAMethodOfTheClientsOwnThatWritesToASocket() throws IOException {
    Found found =
        scan(
            refresh(
                FORM + "exchange(form);",
                """
                void exchange(String form) throws Exception { write(form.getBytes()); }
                void write(byte[] form) throws Exception {
                  new java.net.Socket("localhost", 80).getOutputStream().write(form);
                }
                """));

    assertThat(found.rules(Role.REFRESH)).containsExactly("com.acme.TokenClient#exchange -> arg0");
  }

  /** It leaves the method, and where it goes to cannot be followed. */
  @Test
  void namesWhatReturnsTheFormWhereNothingIsGivenIt() throws IOException {
    Found found =
        scan(
            """
            package com.acme;
            class TokenClient {
              String form;
              String form(java.net.URI endpoint, String token) {
                return "grant_type=refresh_token&refresh_token=" + trimmed(token);
              }
              String trimmed(String token) { return token.trim(); }
              void refresh(java.net.URI endpoint) { form = form(endpoint, "r"); send(endpoint); }
              void send(java.net.URI endpoint) { org.lib.Request.post("").body(form); }
            }
            """);

    assertThat(found.rules(Role.REFRESH)).containsExactly("com.acme.TokenClient#form -> return");
    assertThat(found.why(Role.REFRESH)).contains("returns the form");
    assertThat(found.configuration()).contains("\"target\": \"return\", \"endpoint\": \"arg0\"");
  }

  @Test
  void proposesWhatTheCheckAccepts() throws Exception {
    Path classes =
        FormClient.classes(
            folder, refresh(FORM + "org.lib.Request.post(endpoint.toString()).body(form).send();"));
    CommandRun scan = CommandRun.of("scan", classes.toString());
    String server =
        "\"mcpServers\": { \"a\": { \"url\": \"https://mcp.example.com/mcp\","
            + " \"oauth\": { \"clientId\": \"mine\" } } },\n  \"rules\": [";
    Path file =
        Files.writeString(
            folder.resolve("mcp-hotfix.json"), scan.output().replace("\"rules\": [", server));

    CommandRun check = CommandRun.of("check", file.toString(), "--classpath", classes.toString());

    assertThat(scan.exitCode()).as(scan.errors()).isZero();
    assertThat(check.exitCode()).as(check.output() + check.errors()).isZero();
    assertThat(check.output()).contains("org.lib.Message");
  }

  private Found scan(String... client) throws IOException {
    return Found.in(FormClient.classes(folder, client));
  }
}
