package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The scans of {@link ScansIT} as the table of {@code docs/scan.md}. Thread-safe. */
final class ScanTable {

  private static final String PAGE = "scan.md";
  private static final int SECONDS = 3;

  private final Map<ScannedClient, List<String>> rows = new TreeMap<>();

  /** Adds a row for each right method, or one that says why there is none. */
  synchronized void add(ScannedClient client, JsonNode found, long nanos) throws IOException {
    String start =
        "| %s | %d | %.0f | "
            .formatted(client.title(), found.path("classes").asInt(), Math.ceil(nanos / 1e9));
    List<String> lines = new ArrayList<>();
    new TreeMap<>(client.methods())
        .forEach((role, method) -> lines.add(start + row(found.path(role), role, method)));
    if (lines.isEmpty()) {
      lines.add(start + "none | | no refresh token is kept, nor a refresh made |");
    }
    rows.put(client, lines);
  }

  private static String row(JsonNode ranked, String role, String method) {
    for (int i = 0; i < ranked.size(); i++) {
      JsonNode candidate = ranked.get(i);
      if (candidate.path("method").asText().equals(method)) {
        JsonNode why = candidate.path("why");
        String said =
            candidate.path("proposed").asBoolean()
                ? "a rule is proposed"
                : why.path(why.size() - 1).asText().replace("<", "&lt;");
        String name = method.substring(method.lastIndexOf('.') + 1);
        return "%s: `%s` | %d of %d | %s |".formatted(role, name, i + 1, ranked.size(), said);
      }
    }
    return role + ": `" + method + "` | not found | |";
  }

  /** Leaves the table beside the build's results, and compares the page with it but the seconds. */
  synchronized void compareWithPage() throws IOException {
    List<String> table = new ArrayList<>();
    table.add("| artefact | classes | seconds | right method | rank | what `scan` says |");
    table.add("|---|---|---|---|---|---|");
    rows.values().forEach(table::addAll);
    Files.write(BuiltJars.stacks().resolveSibling(PAGE), table);
    Path page = BuiltJars.agent().resolve(Path.of("..", "..", "..", "docs", PAGE)).normalize();
    List<String> written =
        Files.readAllLines(page).stream().filter(line -> line.startsWith("|")).toList();
    assertThat(untimed(written)).as("the table of docs/" + PAGE).isEqualTo(untimed(table));
  }

  private static List<String> untimed(List<String> table) {
    List<String> lines = new ArrayList<>();
    for (String line : table) {
      List<String> cells = new ArrayList<>(List.of(line.split("\\|", -1)));
      cells.remove(SECONDS);
      lines.add(String.join("|", cells));
    }
    return lines;
  }
}
