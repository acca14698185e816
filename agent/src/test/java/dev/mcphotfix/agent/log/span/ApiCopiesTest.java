package dev.mcphotfix.agent.log.span;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

final class ApiCopiesTest {

  private final List<Throwable> failures = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong();
  private final AtomicInteger searches = new AtomicInteger();

  @Test
  void looksAgainWhenAWhileIsOver() {
    ApiCopies copies = copies(counting());

    look(copies);
    clock.addAndGet(ApiCopies.INTERVAL - 1);
    look(copies);
    assertThat(searches).hasValue(1);

    clock.addAndGet(1);
    look(copies);
    assertThat(searches).hasValue(2);
  }

  @Test
  void tellsWhyItCannotLook() {
    Instrumentation broken = Mockito.mock(Instrumentation.class);
    Mockito.when(broken.getAllLoadedClasses()).thenThrow(new IllegalStateException());

    look(copies(broken));

    assertThat(failures).hasOnlyElementsOfType(IllegalStateException.class).hasSize(1);
  }

  @Test
  void keepsNoCopyAliveThatTheHostHasLetGo() throws Exception {
    ApiSearch search = new ApiSearch(ByteBuddyAgent.install());
    ApiCopies copies = new ApiCopies(search, failures::add, clock::get);

    WeakReference<Class<?>> copy = found(search, copies);

    for (int i = 0; i < 50 && copy.get() != null; i++) {
      System.gc();
    }
    assertThat(copy.get()).isNull();
    assertThat(copies.current()).isNull();
  }

  private static WeakReference<Class<?>> found(ApiSearch search, ApiCopies copies)
      throws Exception {
    try (OtherCopy other = new OtherCopy()) {
      Class<?> spans = other.type(SpanApi.SPAN);
      look(copies);
      assertThat(search.find().stream().anyMatch(copy -> copy.spans().get() == spans)).isTrue();
      return new WeakReference<>(spans);
    }
  }

  private Instrumentation counting() {
    Instrumentation instrumentation = Mockito.mock(Instrumentation.class);
    Mockito.when(instrumentation.getAllLoadedClasses())
        .then(
            call -> {
              searches.incrementAndGet();
              return new Class<?>[0];
            });
    return instrumentation;
  }

  private ApiCopies copies(Instrumentation instrumentation) {
    return new ApiCopies(new ApiSearch(instrumentation), failures::add, clock::get);
  }

  private static void look(ApiCopies copies) {
    copies.look();
    HostTracing.awaitSearch();
  }
}
