package dev.mcphotfix.testapp.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One way to keep a record.
 *
 * @param name begins with {@code alone} where the record cannot be healed
 * @param of makes a record that has these properties
 * @param shown what the application finds in it, with the application's own means
 */
record Shape<T>(String name, Function<Map<String, String>, T> of, Function<T, String> shown) {

  /** A new record that has these properties. */
  T record(Map<String, String> properties) {
    return of.apply(properties);
  }

  /** What the application finds in what became of a record. */
  @SuppressWarnings("unchecked") // a failure to cast is what the application would meet
  String show(Object record) {
    return shown.apply((T) record);
  }

  /** The properties in the order in which the record has them. */
  static String text(Collection<?> names, Function<String, ?> value) {
    List<String> all = new ArrayList<>();
    for (Object name : names) {
      all.add(name + "=" + value.apply((String) name));
    }
    return String.join(", ", all);
  }
}
