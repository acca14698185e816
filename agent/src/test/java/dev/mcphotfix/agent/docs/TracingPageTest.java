package dev.mcphotfix.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.report.trace.TracedLogs;
import dev.mcphotfix.agent.command.report.trace.diagram.SequenceDiagram;
import dev.mcphotfix.agent.oauth.trace.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page says about a trace is what the agent tells. */
final class TracingPageTest {

  @Test
  void explainsEveryStep() {
    List<String> rows =
        Document.read("docs/tracing.md").rows("step").stream().map(row -> row.get(0)).toList();

    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(Step.values()).map(Step::text).toList());
  }

  /** TraceIT compares the texts with what a real client does, so that the pictures show it, too. */
  @ParameterizedTest
  @CsvSource({"0, tracing-defect.svg", "1, tracing-healed.svg"})
  void showsEachStoryAsAPictureOfItsText(int number, String name) throws IOException {
    Document page = Document.read("docs/tracing.md");
    List<String> stories =
        page.blocks("text").stream()
            .filter(block -> block.contains("step=request-refused") && block.contains("thread="))
            .toList();
    Path picture = Document.root().resolve("docs").resolve(name);

    String drawn = SequenceDiagram.alone(TracedLogs.conversations(stories.get(number)).get(0));

    if ("write".equals(System.getProperty("it.picture"))) {
      Files.writeString(picture, drawn);
    }
    assertThat(stories).hasSize(2);
    assertThat(page.lines()).anyMatch(line -> line.endsWith("](" + name + ")"));
    assertThat(picture)
        .as("-Dtest=TracingPageTest -Dit.picture=write renews it")
        .content()
        .isEqualTo(drawn);
  }
}
