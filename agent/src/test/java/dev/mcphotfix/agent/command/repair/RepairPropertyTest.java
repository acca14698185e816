package dev.mcphotfix.agent.command.repair;

import static dev.mcphotfix.agent.command.repair.CredentialFolder.ID;
import static dev.mcphotfix.agent.command.repair.CredentialFolder.URL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** What holds of every repaired file, in each shape and each way of writing JSON. */
class RepairPropertyTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static CredentialFolder folder = CredentialFolder.of(java.nio.file.Path.of(""));

  @BeforeContainer
  static void open() throws IOException {
    folder = CredentialFolder.of(Files.createTempDirectory("repair"));
  }

  @AfterContainer
  static void close() throws IOException {
    Files.deleteIfExists(folder.path().resolve("file.json"));
    Files.delete(folder.path());
  }

  @Property(tries = 500)
  void addsTheIdAndKeepsEveryOtherByte(
      @ForAll Client client, @ForAll("styles") Style style, @ForAll("others") List<String> others)
      throws Exception {
    String before = client.file(style, others, others);

    String after = folder.healed("file.json", before);

    int prefix = commonPrefix(before, after);
    int suffix = Math.min(before.length() - prefix, commonSuffix(before, after));
    assertThat(before.substring(prefix, before.length() - suffix)).isEmpty();
    assertThat(after.substring(prefix, after.length() - suffix)).containsOnlyOnce(ID);
    assertThat(withoutId(after, client)).isEqualTo(tree(before));
    assertThat(client.id(tree(after))).isEqualTo(ID);
  }

  @Property(tries = 300)
  void healsOnce(
      @ForAll Client client, @ForAll("styles") Style style, @ForAll("others") List<String> others)
      throws Exception {
    String once = folder.healed("file.json", client.file(style, others, others));

    String twice = folder.healed("file.json", once);

    assertThat(twice).isEqualTo(once);
    assertThat(folder.open("file.json").changed()).isFalse();
  }

  @Property(tries = 300)
  void leavesEveryIdAlone(
      @ForAll Client client,
      @ForAll("styles") Style style,
      @ForAll("others") List<String> others,
      @ForAll("ids") String id)
      throws Exception {
    List<String> withId = new ArrayList<>(others);
    withId.add(client.snake() ? "client_id" : "clientId");
    withId.add('"' + id + '"');
    String before = client.file(style, others, withId);

    String after = folder.healed("file.json", before);

    assertThat(after).isEqualTo(before);
  }

  /** How a client lays its file out. */
  enum Client {
    CLAUDE_CODE(
        (style, record) ->
            style.object(
                "claudeAiOauth",
                style.object("accessToken", "\"at\"", "refreshToken", "\"rt\""),
                "mcpOAuth",
                style.object(
                    "example-server|4282f2a9112820d2", record, "other", "{}", "third", "7"))),
    CODEX((style, record) -> style.object("a", "1", "example-server|0000000000000000", record)),
    GEMINI_CLI((style, record) -> "[3," + style.newline + record + ", {}]"),
    OPENCODE((style, record) -> style.object("example-server", record, "z", "[]")),
    BY_NAME((style, record) -> style.object("example-server", record));

    @SuppressWarnings("ImmutableEnumChecker") // A lambda without state.
    private final BiFunction<Style, String, String> layout;

    Client(BiFunction<Style, String, String> layout) {
      this.layout = layout;
    }

    boolean snake() {
      return this == CODEX;
    }

    String file(Style style, List<String> others, List<String> withId) {
      List<String> record = new ArrayList<>(withId);
      List<String> tokens = new ArrayList<>(others);
      List<String> holder = this == GEMINI_CLI || this == OPENCODE ? tokens : record;
      holder.addAll(
          0, List.of(snake() ? "refresh_token" : "refreshToken", "\"rt\"", "scopes", "[\"s\"]"));
      record.addAll(0, List.of(snake() ? "server_name" : "serverName", "\"example-server\""));
      String url = this == GEMINI_CLI ? "mcpServerUrl" : snake() ? "server_url" : "serverUrl";
      record.addAll(2, List.of(url, '"' + URL + '"'));
      if (holder == tokens) {
        record.addAll(4, List.of(this == OPENCODE ? "tokens" : "token", style.object(tokens)));
      }
      return style.mark + layout.apply(style, style.object(record)) + style.end;
    }

    /** The id where the client looks for it. */
    String id(JsonNode root) {
      JsonNode record = record(root);
      JsonNode owner = this == OPENCODE ? record.path("clientInfo") : record;
      return owner.path(snake() ? "client_id" : "clientId").asString();
    }

    JsonNode record(JsonNode root) {
      return switch (this) {
        case CLAUDE_CODE -> root.path("mcpOAuth").path("example-server|4282f2a9112820d2");
        case CODEX -> root.path("example-server|0000000000000000");
        case GEMINI_CLI -> root.path(1);
        case OPENCODE, BY_NAME -> root.path("example-server");
      };
    }
  }

  /** How whoever wrote the file puts spaces and ends lines. */
  record Style(String mark, String newline, String indentation, String colon, String end) {

    String object(String... namesAndValues) {
      return object(List.of(namesAndValues));
    }

    String object(List<String> namesAndValues) {
      StringBuilder object = new StringBuilder("{");
      for (int i = 0; i < namesAndValues.size(); i += 2) {
        object.append(i == 0 ? "" : ",").append(newline).append(indentation);
        object.append('"').append(namesAndValues.get(i)).append('"').append(colon);
        object.append(namesAndValues.get(i + 1));
      }
      return object.append(newline).append('}').toString();
    }
  }

  @Provide
  Arbitrary<Style> styles() {
    return Combinators.combine(
            Arbitraries.of("", "\uFEFF"),
            Arbitraries.of("", " ", "\n", "\r\n", "\r", "\n\n", "\t"),
            Arbitraries.of("", "  ", "\t", "      "),
            Arbitraries.of(":", ": ", " : ", "\n:\t"),
            Arbitraries.of("", "\n", "\r\n", " \n "))
        .as(Style::new);
  }

  /** Names and values, by turns, of which nobody knows anything. */
  @Provide
  Arbitrary<List<String>> others() {
    return Arbitraries.of(
            "1.50e+07",
            "-0.0",
            "1E400",
            "123456789012345678901234567890.10",
            "9".repeat(1200),
            "true",
            "null",
            "\"\\u00e9\\/\\\"\\\\\"",
            "\"é 😀 \u2028 漢\"",
            "[ 1,{\"a\" : [ ]}, \"}\" ]",
            "{\"clientId\" :\"inner\", \"x\":{\"y\":\"}\"}}",
            "{}",
            "\"\"")
        .list()
        .ofMaxSize(6)
        .map(RepairPropertyTest::named);
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.of(ID, "another", "漢", "https://id.example", "0");
  }

  private static List<String> named(List<String> values) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      all.add((i % 2 == 0 ? "n\\\"é" : "x") + i);
      all.add(values.get(i));
    }
    return all;
  }

  private static JsonNode tree(String text) {
    return MAPPER.readTree(text.replace("\uFEFF", "").replace("9".repeat(1200), "9"));
  }

  private static JsonNode withoutId(String text, Client client) {
    JsonNode root = tree(text);
    ObjectNode record = (ObjectNode) client.record(root);
    record.remove(List.of("clientId", "client_id", "clientInfo"));
    return Objects.requireNonNull(root);
  }

  private static int commonPrefix(String one, String other) {
    int i = 0;
    while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  private static int commonSuffix(String one, String other) {
    return commonPrefix(
        new StringBuilder(one).reverse().toString(), new StringBuilder(other).reverse().toString());
  }

  @Property(tries = 200)
  void masksWhatItShows(
      @ForAll Client client, @ForAll("styles") Style style, @ForAll("others") List<String> others)
      throws Exception {
    List<String> secrets = new ArrayList<>(others);
    secrets.addAll(
        List.of("secret", "[\"hush-1\", {\"a\":\"hush-2\"}, \"hush-3\"]", "pin", "4711"));
    folder.write("file.json", client.file(style, secrets, secrets));

    List<String> diff = RepairPlan.of(folder.open("file.json"), folder.servers()).diff();

    assertThat(String.join("\n", diff))
        .contains(ID)
        .doesNotContain("hush", "4711", "\"rt\"", "\"at\"", "😀");
    assertThat(folder.read("file.json")).contains("hush-3");
  }
}
