package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the command {@code scan} makes of clients that people run, with {@code -Pscans}: the right
 * method is among the first three, and the table of {@code docs/scan.md} says so.
 */
@EnabledIfSystemProperty(named = "it.scans", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScansIT {

  private final ScanTable table = new ScanTable();

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void putsTheRightMethodAmongTheFirstThree(ScannedClient client) throws Exception {
    long start = System.nanoTime();
    JsonNode found = scanned(client);
    table.add(client, found, System.nanoTime() - start);

    client
        .methods()
        .forEach(
            (role, method) ->
                assertThat(methods(found, role).stream().limit(3)).as(role).contains(method));
    if (client.methods().isEmpty()) {
      assertThat(List.of(found.path("save"), found.path("load"), found.path("refresh")))
          .allMatch(JsonNode::isEmpty);
    }
  }

  @AfterAll
  void theTableOfThePageIsTheSame() throws Exception {
    table.compareWithPage();
  }

  private JsonNode scanned(ScannedClient client) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("scan", "--json"));
    arguments.addAll(client.jars());
    Jdk running = new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
    ChildResult scan = new CommandLine(running, folder).run(arguments.toArray(String[]::new));
    return new ObjectMapper().readTree(scan.stdout());
  }

  private static List<String> methods(JsonNode found, String role) {
    List<String> methods = new ArrayList<>();
    found.path(role).forEach(candidate -> methods.add(candidate.path("method").asText()));
    return methods;
  }
}
