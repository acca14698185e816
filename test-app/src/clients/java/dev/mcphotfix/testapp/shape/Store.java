package dev.mcphotfix.testapp.shape;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where an application saves, loads and keeps a record. Rules name its methods. */
final class Store {

  private @Nullable Object kept;

  /** Makes the agent say which record is next, as it writes its log behind the host. */
  String mark(String url, String form) {
    return url + ' ' + form;
  }

  /** Answers what was saved. */
  Object save(Object record) {
    return record;
  }

  Object load(Supplier<Object> record) {
    return record.get();
  }

  void keep(Object record) {
    kept = record;
  }

  @Nullable Object kept() {
    return kept;
  }

  /** A record whose id is in {@code client.id}. */
  Object loadNested(Supplier<Object> record) {
    return record.get();
  }

  /** A record that keeps the id where another library keeps the token's type. */
  Object loadTyped(Supplier<Object> record) {
    return record.get();
  }
}
