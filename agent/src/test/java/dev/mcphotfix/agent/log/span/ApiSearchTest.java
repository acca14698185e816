package dev.mcphotfix.agent.log.span;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.host.ClassState;
import io.opentelemetry.api.trace.Span;
import java.lang.instrument.Instrumentation;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

final class ApiSearchTest {

  private static final List<String> ASLEEP =
      List.of(SpanApi.SPAN, "api.trace.SpanContextKey", "context.LazyStorage");

  private final Instrumentation instrumentation = ByteBuddyAgent.install();
  private final ApiSearch search = new ApiSearch(instrumentation);

  @Test
  void findsEachCopyThatIsLoadedAndTheApplicationsFirst() throws Exception {
    try (OtherCopy other = new OtherCopy()) {
      Class<?> loaded = other.type(SpanApi.SPAN);

      assertThat(search.find())
          .extracting(copy -> (Object) copy.spans().get())
          .containsSubsequence(Span.class, loaded);
    }
  }

  @Test
  void leavesOutACopyOfAnApplicationThatHasEnded() throws Exception {
    try (OtherCopy other = new OtherCopy()) {
      Class<?> loaded = other.type(SpanApi.SPAN);
      other.stop();

      assertThat(search.find())
          .extracting(copy -> (Object) copy.spans().get())
          .contains(Span.class)
          .doesNotContain(loaded);
    }
  }

  @Test
  void leavesACopyAsleepThatIsNotInUse() throws Exception {
    try (OtherCopy other = new OtherCopy()) {
      ApiCopy copy = found(other);

      assertThat(copy.current()).isNull();
      assertThat(awake(other)).isEmpty();
    }
  }

  /** A context without a span: to ask for one would be harmless, and in vain. */
  @Test
  void leavesTheSpansAsleepOfAHostThatHasContextsOnly() throws Exception {
    try (OtherCopy other = new OtherCopy()) {
      other.type("context.Context").getMethod("current").invoke(null);

      assertThat(found(other).current()).isNull();
      assertThat(awake(other)).containsExactly("context.LazyStorage");
    }
  }

  @Test
  void asksACopyThatIsInUseLater() throws Exception {
    try (OtherCopy other = new OtherCopy()) {
      ApiCopy copy = found(other);

      other.within(() -> assertThat(copy.current()).isNotNull());
      assertThat(copy.current()).isNull();
    }
  }

  private ApiCopy found(OtherCopy other) throws ReflectiveOperationException {
    Class<?> spans = other.type(SpanApi.SPAN);
    return search.find().stream()
        .filter(copy -> copy.spans().get() == spans)
        .findFirst()
        .orElseThrow();
  }

  private List<String> awake(OtherCopy other) throws ReflectiveOperationException {
    ClassState state = new ClassState(instrumentation);
    return ASLEEP.stream().filter(name -> state.isInitialized(other.type(name))).toList();
  }
}
