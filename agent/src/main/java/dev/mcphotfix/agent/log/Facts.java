package dev.mcphotfix.agent.log;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an entry in their order, a handful: kept side by side, which takes a fraction of
 * what a map does that has to find one among many. Immutable.
 */
final class Facts extends AbstractMap<String, String> {

  static final Facts NONE = new Facts(new String[0]);

  /** Each key with its value behind it. */
  private final String[] texts;

  private Facts(String[] texts) {
    this.texts = texts;
  }

  static Facts copyOf(Map<String, String> facts) {
    Facts copy = NONE;
    if (facts instanceof Facts same) {
      return same;
    }
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      copy = copy.with(fact.getKey(), fact.getValue());
    }
    return copy;
  }

  /** These with one more behind them, or with another value of one that is there. */
  Facts with(String key, String value) {
    int known = indexOf(key);
    int at = known < 0 ? texts.length : known;
    String[] more = Arrays.copyOf(texts, Math.max(texts.length, at + 2));
    more[at] = key;
    more[at + 1] = value;
    return new Facts(more);
  }

  private int indexOf(@Nullable Object key) {
    for (int i = 0; i < texts.length; i += 2) {
      if (texts[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    int index = indexOf(key);
    return index < 0 ? null : texts[index + 1];
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return indexOf(key) >= 0;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<String, String>> {

    @Override
    public int size() {
      return texts.length / 2;
    }

    @Override
    public Iterator<Map.Entry<String, String>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < texts.length;
        }

        @Override
        public Map.Entry<String, String> next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          next += 2;
          return Map.entry(texts[next - 2], texts[next - 1]);
        }
      };
    }
  }
}
