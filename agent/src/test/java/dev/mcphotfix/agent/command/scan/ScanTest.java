package dev.mcphotfix.agent.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.scan.candidate.Role;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which methods are found, and which of them are proposed. */
class ScanTest {

  private static final String CREDENTIAL =
      "package com.acme; class Credential { String accessToken, refreshToken, clientId; }";

  @TempDir private Path folder;

  @Test
  void findsWhatTakesAndReturnsARecord() throws IOException {
    Found found =
        scan(
            CREDENTIAL,
            """
            package com.acme;
            class Vault {
              void save(String name, Credential credential) {}
              Credential load(String name) { return null; }
              int count() { return 0; }
            }
            """);

    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.Vault#save -> arg1");
    assertThat(found.rules(Role.LOAD)).containsExactly("com.acme.Vault#load -> return");
    assertThat(found.configuration()).contains("\"patch\": \"credential\", \"target\": \"arg1\"");
  }

  @Test
  void findsRecordsInHolders() throws IOException {
    Found found =
        scan(
            CREDENTIAL,
            """
            package com.acme;
            import java.util.*;
            class Vault {
              Optional<Credential> load(String name) { return Optional.empty(); }
              void saveAll(Map<String, Credential> all) {}
            }
            """);

    assertThat(found.rules(Role.LOAD)).containsExactly("com.acme.Vault#load -> return");
    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.Vault#saveAll -> arg0");
  }

  @Test
  void leavesMethodsAloneThatKeepNothing() throws IOException {
    Found found =
        scan(
            CREDENTIAL,
            """
            package com.acme;
            class Screen {
              Credential pick(Credential one, Credential other) { return one; }
              void show(Credential credential) {}
            }
            class Other { void save(String name, Object value) {} }
            """);

    assertThat(found.methods(Role.SAVE)).isEmpty();
    assertThat(found.methods(Role.LOAD)).isEmpty();
    assertThat(found.result().hasRules()).isFalse();
  }

  @Test
  void proposesNoRuleForARecordThatHasNoPlaceForTheId() throws IOException {
    Found found =
        scan(
            "package com.acme; class Tokens { String accessToken, refreshToken; }",
            "package com.acme; class Vault { void save(Tokens tokens) {} }");

    assertThat(found.methods(Role.SAVE)).containsExactly("com.acme.Vault#save");
    assertThat(found.rules(Role.SAVE)).isEmpty();
    assertThat(found.why(Role.SAVE))
        .contains("no rule would help: it has no place for a client id");
  }

  @Test
  void proposesNoRuleForARecordWhoseIdCannotBeChanged() throws IOException {
    Found found =
        scan(
            """
            package com.acme;
            class Tokens {
              final String accessToken = "", refreshToken = "";
              private final String clientId;
              Tokens(String clientId) { this.clientId = clientId; }
            }
            """,
            "package com.acme; class Vault { void save(Tokens tokens) {} }");

    assertThat(found.rules(Role.SAVE)).isEmpty();
    assertThat(found.why(Role.SAVE)).contains("its client id cannot be changed");
  }

  @Test
  void proposesARuleForAJavaRecord() throws IOException {
    Found found =
        scan(
            "package com.acme; record Tokens(String accessToken, String refreshToken, String"
                + " clientId) {}",
            "package com.acme; class Vault { void save(Tokens tokens) {} }");

    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.Vault#save -> arg0");
  }

  @Test
  void namesThePropertyWhereTheIdIsCalledOtherwise() throws IOException {
    Found found =
        scan(
            "package com.acme; class Tokens { String access_token, refresh_token, client_id; }",
            "package com.acme; class Vault { void save(Tokens tokens) {} }");

    assertThat(found.configuration()).contains("\"property\": \"client_id\"");
  }

  @Test
  void givesParameterTypesWhereTheNameIsNotEnough() throws IOException {
    Found found =
        scan(
            CREDENTIAL,
            """
            package com.acme;
            class Vault {
              void save(String name, Credential credential) {}
              void save(byte[] all) {}
            }
            """);

    assertThat(found.rules(Role.SAVE))
        .containsExactly("com.acme.Vault#save(java.lang.String,com.acme.Credential) -> arg1");
  }

  @Test
  void namesTheInterfaceOfSeveralImplementations() throws IOException {
    Found found =
        scan(
            CREDENTIAL,
            "package com.acme; interface Store { void save(Credential credential); }",
            "package com.acme; class One implements Store { public void save(Credential c) {} }",
            "package com.acme; class Two implements Store { public void save(Credential c) {} }");

    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.Store#save -> arg0");
  }

  @Test
  void namesTheOnlyImplementation() throws IOException {
    Found found =
        scan(
            CREDENTIAL,
            "package com.acme; interface Store { void save(Credential credential); }",
            "package com.acme; class One implements Store { public void save(Credential c) {} }");

    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.One#save -> arg0");
  }

  @Test
  void leavesOutWhatOnlyHandsOn() throws IOException {
    Found found =
        scan(
            CREDENTIAL,
            """
            package com.acme;
            class Store { void save(Credential credential) { write(credential); }
              private void write(Credential credential) {} }
            class Login { void store(Credential credential) { new Store().save(credential); } }
            """);

    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.Store#save -> arg0");
    assertThat(found.methods(Role.SAVE)).contains("com.acme.Login#store", "com.acme.Store#write");
  }

  @Test
  void givesARuleToPasteForWhatIsNotProposed() throws IOException {
    Found found =
        scan(
            CREDENTIAL,
            """
            package com.acme;
            class Store {
              void save(Credential credential) throws Exception {
                new java.io.FileOutputStream("x").close();
              }
              Credential load() throws Exception {
                new java.io.FileInputStream("x").close();
                return null;
              }
            }
            class Screen { Credential getShown() { return null; } }
            class Tokens { String accessToken, refreshToken; }
            class Other { Tokens load() { return null; } }
            """);

    assertThat(found.rules(Role.LOAD)).containsExactly("com.acme.Store#load -> return");
    assertThat(found.remarks())
        .contains("What else seems to load credentials, the most likely first:")
        .contains(
            """
                { "name": "other-load-1",
                  "method": "com.acme.Screen#getShown",
                  "patch": "credential", "target": "return" }
            """)
        .contains("would help: it has no place for a client id.")
        .doesNotContain("com.acme.Store#load");
  }

  @Test
  void findsWhatTakesAMapByWhoUsesItsKeys() throws IOException {
    Found found =
        scan(
            """
            package com.acme;
            import java.util.*;
            class Session {
              void login(Store store) {
                Map<String, String> tokens = new HashMap<>();
                Runnable later = () -> {
                  tokens.put("access_token", "a");
                  tokens.put("refresh_token", "r");
                  store.put("name", tokens);
                };
                later.run();
              }
            }
            interface Store { void put(String name, Map<String, String> tokens); }
            """);

    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.Store#put -> arg1");
  }

  @Test
  void findsObfuscatedMethodsByWhatTheyDo() throws IOException {
    Found found =
        scan(
            """
            package a;
            import java.util.*;
            class a {
              void a(b b) throws Exception {
                Map<String, String> c = b.b("x");
                c.put("accessToken", "a");
                c.put("refreshToken", "r");
                b.a("x", c);
              }
            }
            class b {
              void a(String a, Map<String, String> b) throws Exception {
                new java.io.FileOutputStream(a).write(b.toString().getBytes());
              }
              Map<String, String> b(String a) throws Exception {
                new java.io.FileInputStream(a).close();
                return new HashMap<>();
              }
            }
            """);

    assertThat(found.rules(Role.SAVE)).containsExactly("a.b#a -> arg1");
    assertThat(found.rules(Role.LOAD)).containsExactly("a.b#b -> return");
  }

  @Test
  void findsWhatMakesAndReadsText() throws IOException {
    Found found =
        scan(
            """
            package com.acme;
            class Session {
              String access, refresh;
              String save() { return "accessToken" + access + "refreshToken" + refresh; }
              void restore(String state) {
                access = state.substring(state.indexOf("accessToken"));
                refresh = state.substring(state.indexOf("refreshToken"));
              }
            }
            """);

    assertThat(found.methods(Role.LOAD)).containsExactly("com.acme.Session#restore");
  }

  @Test
  void ranksALibraryBelowTheApplication() throws IOException {
    Found found =
        scan(
            "package com.nimbusds.x; class T { String accessToken, refreshToken, clientId; }",
            """
            package com.nimbusds.x;
            class FileStore { void save(T t) throws Exception {
              new java.io.FileOutputStream("x").close(); } }
            """,
            CREDENTIAL,
            "package com.acme; class Vault { void save(Credential credential) {} }");

    assertThat(found.methods(Role.SAVE))
        .containsExactly("com.acme.Vault#save", "com.nimbusds.x.FileStore#save");
    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.Vault#save -> arg0");
    assertThat(found.remarks()).contains("belongs to Nimbus' OAuth SDK");
  }

  private Found scan(String... sources) throws IOException {
    return Found.in(Compiled.classes(folder, sources));
  }
}
