package dev.mcphotfix.agent.host;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the agent has found out about classes of the host, kept with each class itself, so that the
 * agent holds no class loader of the host; and emptied when the agent leaves, so that no class of
 * the host holds the agent. Thread-safe.
 *
 * @param <T> what is known of a class
 */
public final class ClassMemory<T> {

  private static final List<ClassMemory<?>> ALL = new CopyOnWriteArrayList<>();

  private final Function<Class<?>, T> finder;
  private final Cells<T> cells = new Cells<>();
  private volatile boolean forgotten;

  private ClassMemory(Function<Class<?>, T> finder) {
    this.finder = finder;
  }

  /**
   * A memory for the whole life of the agent.
   *
   * @param finder finds out what is remembered; two threads may both do so for one class
   */
  public static <T> ClassMemory<T> of(Function<Class<?>, T> finder) {
    ClassMemory<T> memory = new ClassMemory<>(finder);
    ALL.add(memory);
    return memory;
  }

  /**
   * Empties all memories for good: from here on no class of the host refers to what the agent made,
   * though a call of the host may still be under way in it.
   */
  public static void forgetAll() {
    for (ClassMemory<?> memory : ALL) {
      memory.forget();
    }
  }

  void forget() {
    forgotten = true;
    cells.empty();
  }

  /** What is known of the class, found out now where it is asked for first. */
  public T get(Class<?> type) {
    AtomicReference<@Nullable T> cell = cells.get(type);
    T known = cell.get();
    if (known != null) {
      return known;
    }
    T found = finder.apply(type);
    T kept = cell.compareAndSet(null, found) ? found : known(cell, found);
    if (forgotten) {
      cell.set(null); // Emptied before this came to it.
    }
    return kept;
  }

  private static <T> T known(AtomicReference<@Nullable T> cell, T found) {
    T other = cell.get();
    return other == null ? found : other;
  }

  /** Class values of a type of the JDK: what they hold can be let go, they themselves cannot. */
  private static final class Cells<T> extends ClassValue<AtomicReference<@Nullable T>> {

    private final List<WeakReference<AtomicReference<@Nullable T>>> made =
        new CopyOnWriteArrayList<>();

    @Override
    protected AtomicReference<@Nullable T> computeValue(Class<?> type) {
      AtomicReference<@Nullable T> cell = new AtomicReference<>();
      made.removeIf(reference -> reference.get() == null);
      made.add(new WeakReference<>(cell));
      return cell;
    }

    void empty() {
      for (WeakReference<AtomicReference<@Nullable T>> reference : made) {
        AtomicReference<@Nullable T> cell = reference.get();
        if (cell != null) {
          cell.set(null);
        }
      }
    }
  }
}
