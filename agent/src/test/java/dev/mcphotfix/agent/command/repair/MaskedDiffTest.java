package dev.mcphotfix.agent.command.repair;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.record.shape.json.JsonArray;
import dev.mcphotfix.agent.record.shape.json.JsonDocument;
import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MaskedDiffTest {

  private static final String BEFORE =
      """
      {
        "claudeAiOauth": { "accessToken": "hush" },
        "mcpOAuth": {
          "example-server|4282f2a9112820d2": {
            "serverName": "example-server",
            "serverUrl": "https://user:hush@mcp.example.com/7hush0/mcp?key=hush",
            "accessToken": "hush",
            "refreshToken": "",
            "expiresAt": 1782424027389,
            "pin": 4711,
            "list": [ true, "hush", 42 ],
            "note": null
          },
          "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb": {}
        }
      }
      """;

  @Test
  void showsWhatChangesAndTheLinesAround() {
    JsonDocument document = document(BEFORE);
    set(
        inner(inner(object(document), "mcpOAuth"), "example-server|4282f2a9112820d2"),
        "clientId",
        "my-static-client");

    assertThat(MaskedDiff.of("file.json", document))
        .containsExactly(
            "--- file.json",
            "+++ file.json",
            "@@ -9,7 +9,8 @@",
            "       \"expiresAt\": 1782424027389,",
            "       \"pin\": ***,",
            "       \"list\": [ true, \"***\", *** ],",
            "-      \"note\": null",
            "+      \"note\": null,",
            "+      \"clientId\": \"my-static-client\"",
            "     },",
            "     \"***\": {}",
            "   }");
  }

  @Test
  void masksAllButWhatIsKnownToBeHarmless() {
    assertThat(MaskedText.of(BEFORE))
        .doesNotContain("hush", "4711", "bbbbbbbb")
        .contains(
            "\"serverName\": \"example-server\"",
            "\"serverUrl\": \"https://mcp.example.com/***/mcp\"",
            "\"refreshToken\": \"\"");
    assertThat(MaskedText.of(BEFORE).lines()).hasSameSizeAs(BEFORE.lines().toList());
  }

  @Test
  void saysNothingWhereNothingChanges() {
    assertThat(MaskedDiff.of("file.json", document(BEFORE))).isEmpty();
  }

  @Test
  void keepsChangesApartThatAreFarFromEachOther() {
    List<String> diff = diffOfTwo(8);

    assertThat(diff)
        .filteredOn(line -> line.startsWith("@@"))
        .containsExactly("@@ -1,4 +1,4 @@", "@@ -7,5 +7,5 @@");
    assertThat(diff).contains("-[{},", "+[{\"a\":\"***\"},", "-{}", "+{\"b\":\"***\"}");
  }

  @Test
  void showsChangesTogetherThatAreNearEachOther() {
    assertThat(diffOfTwo(6)).filteredOn(line -> line.startsWith("@@")).hasSize(1);
    assertThat(diffOfTwo(0))
        .containsExactly(
            "--- f",
            "+++ f",
            "@@ -1,3 +1,3 @@",
            "-[{},",
            "+[{\"a\":\"***\"},",
            "-{}",
            "+{\"b\":\"***\"}",
            " ]");
  }

  @Test
  void countsTheLinesThatWereAddedBefore() {
    String record = "{\n\"a\": 1\n}";
    JsonDocument document = document("[" + record + "," + "\n1,".repeat(9) + "\n" + record + "]");
    set(((JsonArray) document.root()).objects().get(0), "clientId", "c");
    set(((JsonArray) document.root()).objects().get(10), "clientId", "c");

    assertThat(MaskedDiff.of("f", document))
        .filteredOn(line -> line.startsWith("@@"))
        .containsExactly("@@ -1,5 +1,6 @@", "@@ -11,5 +12,6 @@");
  }

  @Test
  void cutsALongLineAroundTheChange() {
    String start = "{\"a\":[" + "true,".repeat(200) + "true],\"clientId\":";
    String end = ",\"b\":[" + "true,".repeat(200) + "true]}";
    JsonDocument document = document(start + "null" + end);
    set(object(document), "clientId", "my-static-client");

    List<String> diff = MaskedDiff.of("f", document);

    assertThat(diff).hasSize(5).allSatisfy(line -> assertThat(line).hasSizeLessThan(170));
    assertThat(diff.get(3)).startsWith("-...").endsWith("...").contains("\"clientId\":null,\"b\"");
    assertThat(diff.get(4)).startsWith("+...").contains("\"clientId\":\"my-static-client\"");
  }

  /** Two objects that are changed, and so many lines between them that are not. */
  private static List<String> diffOfTwo(int between) {
    JsonDocument document = document("[{}," + "\n1,".repeat(between) + "\n{}\n]");
    JsonArray array = (JsonArray) document.root();
    set(array.objects().get(0), "a", "1");
    set(array.objects().get(between + 1), "b", "2");
    return MaskedDiff.of("f", document);
  }

  private static JsonDocument document(String text) {
    return new JsonDocument(text.getBytes(UTF_8));
  }

  private static JsonObject object(JsonDocument document) {
    return (JsonObject) document.root();
  }

  private static JsonObject inner(JsonObject object, String name) {
    return Objects.requireNonNull(object.object(name));
  }

  private static void set(JsonObject object, String name, String value) {
    assertThat(object.set(name, value)).isTrue();
  }
}
