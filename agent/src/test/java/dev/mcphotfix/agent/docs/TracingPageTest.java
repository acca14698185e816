package dev.mcphotfix.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.oauth.trace.Step;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page says about a trace is what the agent tells. */
final class TracingPageTest {

  @Test
  void explainsEveryStep() {
    List<String> rows =
        Document.read("docs/tracing.md").rows("step").stream().map(row -> row.get(0)).toList();

    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(Step.values()).map(Step::text).toList());
  }
}
