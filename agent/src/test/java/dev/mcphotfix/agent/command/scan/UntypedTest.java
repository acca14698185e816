package dev.mcphotfix.agent.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.scan.candidate.Role;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records without a class of their own: what keeps them, and what only handles them. */
class UntypedTest {

  private static final String NODE =
      """
      package com.acme.moved.fasterxml.jackson.databind;
      public class JsonNode { public String get(String key) { return key; } }
      """;

  @TempDir private Path folder;

  @Test
  void leavesAParserAlone() throws IOException {
    Found found =
        scan(
            NODE,
            """
            package com.acme.moved.fasterxml.jackson.databind;
            public class ObjectMapper {
              public JsonNode readTree(String text) { return new JsonNode(); } }
            """,
            loading("com.acme.moved.fasterxml.jackson.databind.ObjectMapper", "readTree"));

    assertThat(found.methods(Role.LOAD)).isEmpty();
  }

  @Test
  void findsAStoreThatGivesWhatTheParserMakes() throws IOException {
    Found found =
        scan(
            NODE,
            """
            package com.acme;
            class Vault {
              com.acme.moved.fasterxml.jackson.databind.JsonNode readTree(String name) {
                return null; } }
            """,
            loading("Vault", "readTree"));

    assertThat(found.rules(Role.LOAD)).containsExactly("com.acme.Vault#readTree -> return");
  }

  @Test
  void leavesAContainerAlone() throws IOException {
    Found found =
        scan(
            saving("Data"),
            "package com.acme; class Data extends java.util.HashMap<Object, Object> {"
                + " public void putAll(java.util.Map<?, ?> all) {} }");

    assertThat(found.methods(Role.SAVE)).isEmpty();
  }

  @Test
  void findsAStoreThatIsNoContainer() throws IOException {
    Found found =
        scan(
            saving("Data"),
            "package com.acme; class Data {" + " public void putAll(java.util.Map<?, ?> all) {} }");

    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.Data#putAll -> arg0");
  }

  @Test
  void findsAContainerThatWritesAFile() throws IOException {
    Found found =
        scan(
            saving("Data"),
            "package com.acme; class Data extends java.util.HashMap<Object, Object> {"
                + " public void putAll(java.util.Map<?, ?> all) { try {"
                + " new java.io.FileOutputStream(\"x\").close(); } catch (Exception e) {} } }");

    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.Data#putAll -> arg0");
  }

  @Test
  void leavesAUtilityAlone() throws IOException {
    String files =
        """
        package com.acme;
        class CLASS {
          static String load(String name) throws Exception {
            return java.nio.file.Files.readString(java.nio.file.Path.of(name)); } }
        """;
    String session =
        """
        package com.acme;
        class Session {
          void restore() throws Exception {
            String text = CLASS.load("x");
            text.indexOf("accessToken"); text.indexOf("refreshToken"); text.indexOf("clientId");
          }
        }
        """;

    Found utility =
        scan(files.replace("CLASS", "FileUtils"), session.replace("CLASS", "FileUtils"));
    Found store = scan(files.replace("CLASS", "Disk"), session.replace("CLASS", "Disk"));

    assertThat(utility.methods(Role.LOAD)).isEmpty();
    assertThat(store.rules(Role.LOAD)).containsExactly("com.acme.Disk#load -> return");
  }

  @Test
  void proposesNoRuleWhereNobodyReadsTheIdBack() throws IOException {
    Found found = scan(session("", ""));

    assertThat(found.rules(Role.SAVE)).isEmpty();
    assertThat(found.rules(Role.LOAD)).isEmpty();
    assertThat(found.why(Role.SAVE))
        .contains("no rule would help: who reads it back asks for no client id")
        .contains("the refresh has it from elsewhere: see Session#renew");
    assertThat(found.why(Role.LOAD)).contains("see Session#renew");
  }

  @Test
  void proposesARuleWhereSomebodyReadsTheIdBack() throws IOException {
    Found found = scan(session("id = json.get(\"clientId\");", ""));

    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.Session#save -> return");
    assertThat(found.rules(Role.LOAD)).containsExactly("com.acme.Session#restore -> arg0");
  }

  /** It is written only. */
  @Test
  void proposesNoRuleWhereTheIdIsWrittenOnly() throws IOException {
    assertThat(scan(session("", "json.put(\"clientId\", id);")).rules(Role.SAVE)).isEmpty();
  }

  /** The class may have a place for it. */
  @Test
  void proposesARuleWhereTheTextBecomesAnObject() throws IOException {
    Found found = scan(session("fromJson(state);", ""));

    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.Session#save -> return");
  }

  /**
   * The answer of the token endpoint is read where it is saved; who reads the record is unknown.
   */
  @Test
  void proposesARuleWhereOnlyAnAnswerIsRead() throws IOException {
    Found found =
        scan(
            """
            package com.acme;
            import java.util.*;
            class Login {
              void login(Vault vault, Map<String, String> answer) {
                answer.get("expires_in");
                Map<String, String> record = new HashMap<>();
                record.put("access_token", answer.get("access_token"));
                record.put("refresh_token", answer.get("refresh_token"));
                vault.put(record);
              }
            }
            interface Vault { void put(Map<String, String> record); }
            """);

    assertThat(found.rules(Role.SAVE)).containsExactly("com.acme.Vault#put -> arg0");
  }

  private static String loading(String owner, String method) {
    return """
    package com.acme;
    class Session {
      void restore(OWNER from) {
        com.acme.moved.fasterxml.jackson.databind.JsonNode node = from.METHOD("x");
        node.get("accessToken"); node.get("refreshToken"); node.get("clientId");
      }
    }
    """
        .replace("OWNER", owner)
        .replace("METHOD", method);
  }

  private static String saving(String owner) {
    return """
    package com.acme;
    class Session {
      void login(OWNER to) {
        java.util.Map<String, String> tokens =
            java.util.Map.of("access_token", "a", "refresh_token", "r");
        to.putAll(tokens);
      }
    }
    """
        .replace("OWNER", owner);
  }

  private static String session(String restoring, String saving) {
    return """
    package com.acme;
    import java.util.*;
    class Session {
      String access, refresh, id;
      Map<String, String> json = new HashMap<>();
      String save() {
        json.put("accessToken", access);
        json.put("refreshToken", refresh);
        SAVING
        return json.toString();
      }
      void restore(String state) {
        json = parse(state);
        access = json.get("accessToken");
        refresh = json.get("refreshToken");
        RESTORING
      }
      String renew() {
        return String.format("grant_type=refresh_token&refresh_token=%s&client_id=%s", refresh, id);
      }
      Map<String, String> parse(String text) { return new HashMap<>(); }
      void fromJson(String text) {}
    }
    """
        .replace("RESTORING", restoring)
        .replace("SAVING", saving);
  }

  private Found scan(String... sources) throws IOException {
    return Found.in(Compiled.classes(folder, sources));
  }
}
