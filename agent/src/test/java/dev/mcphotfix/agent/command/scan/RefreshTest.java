package dev.mcphotfix.agent.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.scan.candidate.Role;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where refresh requests are made, and whether they need a rule. */
class RefreshTest {

  private static final String FORM =
      """
      package com.acme;
      class Form {
        static String of(String token) {
          return "grant_type=refresh_token&refresh_token=" + token;
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void saysWhichBuiltInHookSeesIt() throws IOException {
    Found found =
        scan(
            FORM,
            """
            package com.acme;
            class Client {
              void refresh() { new Transport().send(Form.of("r")); }
            }
            class Transport {
              void send(String form) { java.net.http.HttpClient.newHttpClient(); }
            }
            """);

    assertThat(found.methods(Role.REFRESH)).containsExactly("com.acme.Form#of");
    assertThat(found.rules(Role.REFRESH)).isEmpty();
    assertThat(found.why(Role.REFRESH))
        .contains(
            "Transport sends with java.net.http.HttpClient, no rule needed: the built-in hook jdk");
  }

  @Test
  void proposesARuleForWhatAHookSeesWhereTheHooksAreOff() throws IOException {
    Path classes =
        Compiled.classes(
            folder,
            FORM,
            """
            package com.acme;
            class Client {
              void refresh() {
                okhttp3.Call.to("https://idp.example.com/token").body(Form.of("r"));
              }
            }
            """,
            """
            package okhttp3;
            public class Call {
              public static Call to(String url) { return new Call(); }
              public Call body(String text) { return this; }
            }
            """);

    assertThat(Found.in(classes).rules(Role.REFRESH)).isEmpty();
    assertThat(Found.in(classes).configuration()).doesNotContain("\"http\"");

    Found found = Found.withoutHooks(classes);

    assertThat(found.rules(Role.REFRESH)).containsExactly("okhttp3.Call#body -> arg0");
    assertThat(found.why(Role.REFRESH)).contains("sends with OkHttp").doesNotContain("hook");
    assertThat(found.configuration()).contains("\n  \"http\": [],\n");
  }

  @Test
  void proposesARuleWhereNoHookSeesIt() throws IOException {
    Found found =
        scan(
            FORM,
            """
            package com.acme;
            class Client {
              void refresh() { new Transport().send(java.net.URI.create("x"), Form.of("r")); }
            }
            class Transport { void send(java.net.URI endpoint, String form) {} }
            """);

    assertThat(found.rules(Role.REFRESH)).containsExactly("com.acme.Transport#send -> arg1");
    assertThat(found.configuration()).contains("\"endpoint\": \"arg0\"");
  }

  @Test
  void leavesOtherGrantsAlone() throws IOException {
    Found found =
        scan(
            """
            package com.acme;
            class Login {
              String form() { return "grant_type=authorization_code&code=c"; }
              String accessToken() { return ""; }
            }
            """);

    assertThat(found.methods(Role.REFRESH)).isEmpty();
  }

  /** What it reads from the answer is called like the grant. */
  @Test
  void leavesOtherGrantsAloneWhoseAnswerHasARefreshToken() throws IOException {
    String login =
        """
        package com.acme;
        class Login {
          String accessToken(java.util.Map<String, String> answer) {
            String form = "grant_type=GRANT&code=c";
            return form + answer.get("refresh_token");
          }
        }
        """;

    assertThat(scan(login.replace("GRANT", "authorization_code")).methods(Role.REFRESH)).isEmpty();
    assertThat(scan(login.replace("GRANT", "refresh_token")).methods(Role.REFRESH))
        .containsExactly("com.acme.Login#accessToken");
    assertThat(scan(login.replace("GRANT", "%s")).methods(Role.REFRESH)).hasSize(1);
  }

  @Test
  void putsWhatMayAskWithACodeLast() throws IOException {
    Found found =
        scan(
            """
            package com.acme;
            class Both {
              String a(boolean code, String token) {
                return "grant_type=" + (code ? "authorization_code" : "refresh_token" + token);
              }
            }
            class Only {
              String b(String token) { return "grant_type=refresh_token&refresh_token=" + token; }
            }
            """);

    assertThat(found.methods(Role.REFRESH)).containsExactly("com.acme.Only#b", "com.acme.Both#a");
  }

  @Test
  void namesThePackageOfARelocatedLibrary() throws IOException {
    Found found =
        scan(
            FORM,
            "package com.acme.shaded.okhttp3; class OkHttpClient { void send(String form) {} }"
                .replace("class", "public class")
                .replace("void", "public void"),
            """
            package com.acme;
            class Client {
              void refresh() { new com.acme.shaded.okhttp3.OkHttpClient().send(Form.of("r")); }
            }
            """);

    assertThat(found.configuration()).contains("\"relocated\": [\"com.acme.shaded\"]");
    assertThat(found.remarks()).contains("OkHttp");
  }

  private Found scan(String... sources) throws IOException {
    return Found.in(Compiled.classes(folder, sources));
  }
}
