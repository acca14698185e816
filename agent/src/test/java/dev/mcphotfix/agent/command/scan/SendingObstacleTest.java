package dev.mcphotfix.agent.command.scan;

import static dev.mcphotfix.agent.command.scan.FormClient.FORM;
import static dev.mcphotfix.agent.command.scan.FormClient.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.scan.candidate.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that make the form and send it in one method, for which no rule would help. */
class SendingObstacleTest {

  @TempDir private Path folder;

  @Test
  void leavesAMethodOfTheClientsOwnAloneThatSendsNothing() throws IOException {
    Found found =
        scan(refresh(FORM + "check(form);", "void check(String form) { form.isEmpty(); }"));

    assertNone(found, "no method was found that is given the form");
  }

  /** What it returns may be the answer. */
  @Test
  void doesNotNameWhatReturnsTheResultOfAMethodThatIsNotKnown() throws IOException {
    String refresh =
        "package com.acme; class TokenClient { String refresh(String token) {"
            + FORM
            + " return org.lib.Text.encode(java.util.Map.of(form, form)); } }";
    Path classes = FormClient.classes(folder, refresh);
    Files.delete(classes.resolve("org/lib/Text.class"));

    Found found = Found.in(classes);

    assertNone(found, "");
  }

  @Test
  void doesNotNameWhatReturnsSomethingElse() throws IOException {
    Found found =
        scan(
            "package com.acme; class TokenClient { java.net.URI of; String refresh(String token) {"
                + FORM
                + " return of.resolve(\"x\").toString(); } }");

    assertNone(found, "");
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

    assertNone(found, "");
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

    assertNone(found, "no rule would help: Request#field is given the parameters one by one");
  }

  @Test
  void saysThatClassesOfTheJdkSendIt() throws IOException {
    Found found =
        scan(
            refresh(
                FORM
                    + "java.net.Socket socket = new java.net.Socket(endpoint.getHost(), 80);"
                    + "socket.getOutputStream().write(form.getBytes());"));

    assertNone(found, "no rule would help: classes of the JDK send the form where it is made");
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

    assertNone(found, "no rule would help: the length of the form is told where it is made");
  }

  @Test
  void saysWhichClassWasNotGiven() throws IOException {
    Path classes =
        FormClient.classes(
            folder, refresh(FORM + "org.lib.Request.post(endpoint.toString()).body(form).send();"));
    Files.delete(classes.resolve("org/lib/Message.class"));

    Found found = Found.in(classes);

    assertNone(found, "Request#body is given the form, but its class was not among those scanned");
  }

  /** The refresh is found, and no rule is proposed for that reason. */
  private static void assertNone(Found found, String reason) {
    assertThat(found.methods(Role.REFRESH)).containsExactly("com.acme.TokenClient#refresh");
    assertThat(found.rules(Role.REFRESH)).isEmpty();
    assertThat(found.why(Role.REFRESH)).contains(reason);
  }

  private Found scan(String... client) throws IOException {
    return Found.in(FormClient.classes(folder, client));
  }
}
