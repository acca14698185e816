package dev.mcphotfix.agent.command.scan;

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

  private static final String FORM =
      "String form = \"grant_type=refresh_token&refresh_token=\" + token;";

  private static final String MESSAGE =
      """
      package org.lib;
      @SuppressWarnings("unchecked")
      public abstract class Message<T> {
        public T type(String type) { return (T) this; }
        public T body(String text) { return (T) this; }
        public T body(byte[] bytes, String type) { return (T) this; }
        public T field(String name, String value) { return (T) this; }
      }
      """;

  private static final String REQUEST =
      """
      package org.lib;
      public class Request extends Message<Request> {
        public static Request post(String address) { return new Request(); }
        public String send() { return ""; }
      }
      """;

  private static final String WIRE =
      """
      package org.lib;
      public class Wire {
        public void post(Object where, byte[] what) {}
        public void post(Object where, java.util.Map<String, String> what) {}
        public void submit(Object where, Object what) {}
        public void submit(Object where, Entity what) {}
      }
      """;

  private static final String ENTITY =
      "package org.lib; public class Entity { public Entity(String text) {} }";

  private static final String UTILITY =
      """
      package org.lib;
      public class Text {
        public static String encode(java.util.Map<String, String> map) { return ""; }
        public static Object parse(String text) { return text; }
      }
      """;

  private static final String LOGGER =
      """
      package org.slf4j;
      public interface Logger { void debug(String format, Object one, Object other); }
      """;

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

  @Test
  void leavesAMethodOfTheClientsOwnAloneThatSendsNothing() throws IOException {
    Found found =
        scan(refresh(FORM + "check(form);", "void check(String form) { form.isEmpty(); }"));

    assertThat(found.rules(Role.REFRESH)).isEmpty();
    assertThat(found.why(Role.REFRESH)).contains("no method was found that is given the form");
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

  /** What it returns may be the answer. */
  @Test
  void doesNotNameWhatReturnsTheResultOfAMethodThatIsNotKnown() throws IOException {
    String refresh =
        "package com.acme; class TokenClient { String refresh(String token) {"
            + FORM
            + " return org.lib.Text.encode(java.util.Map.of(form, form)); } }";
    Path classes = all(refresh);
    Files.delete(classes.resolve("org/lib/Text.class"));

    Found found = Found.in(classes);

    assertThat(found.methods(Role.REFRESH)).containsExactly("com.acme.TokenClient#refresh");
    assertThat(found.rules(Role.REFRESH)).isEmpty();
  }

  @Test
  void doesNotNameWhatReturnsSomethingElse() throws IOException {
    Found found =
        scan(
            "package com.acme; class TokenClient { java.net.URI of; String refresh(String token) {"
                + FORM
                + " return of.resolve(\"x\").toString(); } }");

    assertThat(found.methods(Role.REFRESH)).containsExactly("com.acme.TokenClient#refresh");
    assertThat(found.rules(Role.REFRESH)).isEmpty();
  }

  @Test
  void leavesUtilitiesParsersAndLoggersAlone() throws IOException {
    Found found =
        scan(
            refresh(
                """
                java.util.Map<String, String> form = new java.util.HashMap<>();
                form.put("grant_type", "refresh_token");
                form.put("refresh_token", token);
                String text = org.lib.Text.encode(form);
                org.lib.Text.parse(text);
                org.slf4j.Logger log = null;
                log.debug("{} {}", text, endpoint);
                """));

    assertThat(found.methods(Role.REFRESH)).containsExactly("com.acme.TokenClient#refresh");
    assertThat(found.rules(Role.REFRESH)).isEmpty();
  }

  @Test
  void leavesAServerAloneThatReadsTheParameters() throws IOException {
    Found found =
        scan(
            refresh(
                """
                java.util.Map<String, String> form = new java.util.HashMap<>();
                if ("refresh_token".equals(form.get("grant_type"))) {
                  org.lib.Request.post(endpoint.toString()).body(form.get("refresh_token"));
                }
                """));

    assertThat(found.rules(Role.REFRESH)).isEmpty();
  }

  @Test
  void saysThatParametersAreGivenOneByOne() throws IOException {
    Found found =
        scan(
            refresh(
                """
                org.lib.Request.post(endpoint.toString())
                    .field("grant_type", "refresh_token").field("refresh_token", token).send();
                """));

    assertThat(found.rules(Role.REFRESH)).isEmpty();
    assertThat(found.why(Role.REFRESH))
        .contains("no rule would help: Request#field is given the parameters one by one");
  }

  @Test
  void saysThatClassesOfTheJdkSendIt() throws IOException {
    Found found =
        scan(
            refresh(
                FORM
                    + "java.net.Socket socket = new java.net.Socket(endpoint.getHost(), 80);"
                    + "socket.getOutputStream().write(form.getBytes());"));

    assertThat(found.rules(Role.REFRESH)).isEmpty();
    assertThat(found.why(Role.REFRESH))
        .contains("no rule would help: classes of the JDK send the form where it is made");
  }

  /** The length would not be that of the form with an id. */
  @Test
  void saysThatTheLengthIsToldElsewhere() throws IOException {
    Found found =
        scan(
            refresh(
                FORM
                    + "org.lib.Request.post(endpoint.toString())"
                    + ".field(\"Content-Length\", \"\" + form.length()).body(form);"));

    assertThat(found.rules(Role.REFRESH)).isEmpty();
    assertThat(found.why(Role.REFRESH))
        .contains("no rule would help: the length of the form is told where it is made");
  }

  @Test
  void saysWhichClassWasNotGiven() throws IOException {
    Path classes =
        all(refresh(FORM + "org.lib.Request.post(endpoint.toString()).body(form).send();"));
    Files.delete(classes.resolve("org/lib/Message.class"));

    Found found = Found.in(classes);

    assertThat(found.rules(Role.REFRESH)).isEmpty();
    assertThat(found.why(Role.REFRESH))
        .contains("Request#body is given the form, but its class was not among those scanned");
  }

  @Test
  void proposesWhatTheCheckAccepts() throws Exception {
    Path classes =
        all(refresh(FORM + "org.lib.Request.post(endpoint.toString()).body(form).send();"));
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

  private static String refresh(String body, String... methods) {
    return "package com.acme; class TokenClient { void refresh(java.net.URI endpoint, String token)"
        + " throws Exception { "
        + body
        + " } "
        + String.join("\n", methods)
        + " }";
  }

  private Found scan(String... client) throws IOException {
    return Found.in(all(client));
  }

  private Path all(String... client) throws IOException {
    String[] library = {MESSAGE, REQUEST, WIRE, ENTITY, UTILITY, LOGGER};
    String[] sources = java.util.Arrays.copyOf(client, client.length + library.length);
    System.arraycopy(library, 0, sources, client.length, library.length);
    return Compiled.classes(folder, sources);
  }
}
