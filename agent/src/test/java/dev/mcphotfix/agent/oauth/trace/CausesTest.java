package dev.mcphotfix.agent.oauth.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page about a trace has a row for each cause, in their order. */
final class CausesTest {

  @Test
  void areAllExplained() throws Exception {
    List<String> page = Files.readAllLines(Path.of("../docs/tracing.md"));
    List<String> rows = page.stream().filter(line -> line.matches("\\| `[a-z-]+` \\| .*")).toList();
    List<String> causes = Arrays.stream(Cause.values()).map(Cause::code).toList();

    assertThat(rows.stream().map(row -> row.split("`", -1)[1]).filter(causes::contains))
        .containsExactlyElementsOf(causes);
  }
}
