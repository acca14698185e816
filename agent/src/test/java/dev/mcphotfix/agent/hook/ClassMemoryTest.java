package dev.mcphotfix.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassMemoryTest {

  private static final List<Class<?>> FOUND = new ArrayList<>();
  private static final ClassMemory<Object> MEMORY =
      ClassMemory.of(
          type -> {
            FOUND.add(type);
            return new Object();
          });

  @Test
  void findsOutOnceForEachClass() {
    Object known = MEMORY.get(String.class);

    assertThat(MEMORY.get(String.class)).isSameAs(known);
    assertThat(MEMORY.get(Integer.class)).isNotSameAs(known);
    assertThat(FOUND).containsOnlyOnce(String.class);
  }

  @Test
  void findsOutAnewWhenAllIsForgotten() {
    Object known = MEMORY.get(Long.class);

    ClassMemory.forgetAll();

    assertThat(MEMORY.get(Long.class)).isNotSameAs(known);
  }

  @Test
  void keepsNothingAliveThatWasForgotten() {
    WeakReference<Object> known = new WeakReference<>(MEMORY.get(Double.class));

    ClassMemory.forgetAll();

    for (int i = 0; i < 50 && known.get() != null; i++) {
      System.gc();
    }
    assertThat(known.get()).isNull();
  }
}
