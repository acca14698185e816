package dev.mcphotfix.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassMemoryTest {

  private final List<Class<?>> found = new ArrayList<>();
  private final ClassMemory<Object> memory =
      ClassMemory.of(
          type -> {
            found.add(type);
            return new Object();
          });

  @Test
  void findsOutOnceForEachClass() {
    Object known = memory.get(String.class);

    assertThat(memory.get(String.class)).isSameAs(known);
    assertThat(memory.get(Integer.class)).isNotSameAs(known);
    assertThat(found).containsOnlyOnce(String.class);
  }

  @Test
  void findsOutAnewWhenAllIsForgotten() {
    Object known = memory.get(Long.class);

    memory.forget();

    assertThat(memory.get(Long.class)).isNotSameAs(known);
  }

  @Test
  void keepsNothingAliveThatWasForgotten() {
    WeakReference<Object> known = new WeakReference<>(memory.get(Double.class));

    memory.forget();

    assertThatIsCollected(known);
  }

  @Test
  void keepsNothingOfACallThatIsUnderWayWhenAllIsForgotten() {
    List<ClassMemory<Object>> leaving = new ArrayList<>();
    leaving.add(
        ClassMemory.of(
            type -> {
              leaving.get(0).forget();
              return new Object();
            }));

    WeakReference<Object> late = new WeakReference<>(leaving.get(0).get(Float.class));

    assertThatIsCollected(late);
  }

  private static void assertThatIsCollected(WeakReference<Object> known) {
    for (int i = 0; i < 50 && known.get() != null; i++) {
      System.gc();
    }
    assertThat(known.get()).isNull();
  }
}
