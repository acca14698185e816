package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.shape.ShapeHost;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records of every shape, with the real libraries in a class loader of the host's own, go through
 * the methods that rules name: one JVM without the agent and one with it.
 */
class RecordIT {

  private static final String ID = "my-static-client";
  private static final Pattern MARK = Pattern.compile("endpoint=http://localhost/(\\d+) ");
  private static final String STORE = "dev.mcphotfix.testapp.shape.Store#";

  @TempDir private Path folder;

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void healsRecordsOfEveryShapeAndNothingElse(Jdk jdk) throws Exception {
    Files.writeString(folder.resolve("mcp-hotfix.json"), configuration());
    ChildJvm host =
        ChildJvm.of(
                folder, ShapeHost.class.getName(), BuiltJars.stacks().resolve("records").toString())
            .withJavaHome(jdk.home())
            .withQuickStart()
            .withClassPath(List.of(BuiltJars.classes()));

    ChildResult without = host.run();
    ChildResult with = host.withAgent(BuiltJars.agent(), "mcp-hotfix.json").run();

    assertThat(without.exitCode()).as(without.stderr()).isZero();
    assertThat(with.exitCode()).as(with.stderr()).isZero();
    assertThat(rows(without)).hasSizeGreaterThan(350).allMatch(row -> row.before.equals(row.after));
    assertThat(rows(with)).hasSameSizeAs(rows(without)).allSatisfy(RecordIT::check);
    assertThat(reasons(with)).containsExactlyElementsOf(expectedReasons(with));
    assertThat(with.stderr()).contains("loader=plugin").doesNotContain("agent-error", "rt-secret");
  }

  private static void check(Row row) {
    if (row.reason().equals("record-patched")) {
      assertThat(row.after).containsOnlyOnce(ID);
      assertThat(withoutTheId(row.after)).contains(row.before);
    } else {
      assertThat(row.after).isEqualTo(row.before);
    }
  }

  /** As each shape writes a record that lacks the id. */
  private static List<String> withoutTheId(String record) {
    return List.of(
        record.replace(", clientId=" + ID, ""),
        record.replace("clientId=" + ID + ", ", ""),
        record.replace("clientId=" + ID, "clientId=null"),
        record.replace("tokenType=" + ID, "tokenType="),
        record.replace("[id=" + ID, "[id=null"),
        record.replace("{id=" + ID, "{"),
        record.replace("\"id\":\"" + ID + '"', ""));
  }

  /** What was said last of each record that went through the store, by the number of its row. */
  private static List<String> reasons(ChildResult result) {
    Map<String, String> reasons = new LinkedHashMap<>();
    String row = "";
    for (String line : result.errorLines()) {
      Matcher mark = MARK.matcher(line);
      if (mark.find()) {
        row = mark.group(1);
      } else if (line.contains("Store#")) {
        reasons.put(row, line.replaceAll(".* reason=(\\S+).*", "$1"));
      }
    }
    reasons.remove("");
    return reasons.entrySet().stream().map(Object::toString).collect(Collectors.toList());
  }

  private static List<String> expectedReasons(ChildResult result) {
    List<Row> rows = rows(result);
    return IntStream.range(0, rows.size())
        .mapToObj(number -> number + "=" + rows.get(number).reason())
        .collect(Collectors.toList());
  }

  private static List<Row> rows(ChildResult result) {
    return result.outputLines().stream()
        .map(line -> line.split("\t", -1))
        .map(row -> new Row(row[0], row[1], row[2], row[3], row[4]))
        .collect(Collectors.toList());
  }

  private static String configuration() {
    return """
    { "logLevel": "debug",
      "mcpServers": { "example-server": { "url": "https://mcp.example.com/mcp",
                                          "oauth": { "clientId": "my-static-client" } } },
      "rules": [ %s, %s, %s, %s, %s, %s ] }
    """
        .formatted(
            rule("save", "arg0", "clientId"),
            rule("load", "return", "clientId"),
            rule("keep", "this.kept", "clientId"),
            rule("loadNested", "return", "client.id"),
            rule("loadTyped", "return", "tokenType"),
            """
            { "method": "%smark", "patch": "token-request", "target": "arg1", "endpoint": "arg0" }
            """
                .formatted(STORE));
  }

  private static String rule(String method, String target, String property) {
    return """
    { "method": "%s", "patch": "credential", "target": "%s", "property": "%s" }
    """
        .formatted(STORE + method, target, property);
  }

  /** A line of the host. */
  private record Row(String shape, String kind, String target, String before, String after) {

    /** What is to be said of it. */
    String reason() {
      return switch (kind) {
        case "own-id" -> shape.endsWith("slotless") ? "record-no-slot" : "record-other-client";
        case "no-refresh" -> "record-no-refresh";
        case "unmatched" -> "record-unmatched";
        default -> shape.startsWith("alone") ? "record-no-slot" : "record-patched";
      };
    }
  }
}
