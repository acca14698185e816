package dev.mcphotfix.agent.log.span;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.host.ClassState;
import io.opentelemetry.api.trace.Span;
import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

final class ApiSearchTest {

  private final Instrumentation instrumentation = ByteBuddyAgent.install();
  private final ApiSearch search = new ApiSearch(instrumentation);

  @Test
  void findsEachCopyThatIsInUseAndTheApplicationsFirst() throws Exception {
    try (OtherCopy other = new OtherCopy().use()) {
      Span.current();

      assertThat(search.find()).containsSubsequence(Span.class, other.type(SpanApi.SPAN));
    }
  }

  @Test
  void leavesACopyAsleepThatIsNotInUse() throws Exception {
    try (OtherCopy other = new OtherCopy().load()) {
      ClassState state = new ClassState(instrumentation);

      assertThat(search.find()).doesNotContain(other.type(SpanApi.SPAN));
      for (String name : new String[] {SpanApi.SPAN, SpanApi.KEY, SpanApi.STORAGE}) {
        assertThat(state.isInitialized(other.type(name))).as(name).isFalse();
      }
    }
  }

  /** A context without a span: to ask for one would be harmless, and in vain. */
  @Test
  void leavesACopyAloneThatHasNeverHadASpan() throws Exception {
    try (OtherCopy other = new OtherCopy().load()) {
      other.type("context.Context").getMethod("current").invoke(null);

      assertThat(search.find()).doesNotContain(other.type(SpanApi.SPAN));
    }
  }
}
