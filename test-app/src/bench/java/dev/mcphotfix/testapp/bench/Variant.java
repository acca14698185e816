package dev.mcphotfix.testapp.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to start a program.
 *
 * @param heals whether its refresh is then answered well; a run that ends otherwise is an error
 * @param isOurs whether it must print nothing but its decisions
 */
record Variant(String name, List<String> jvmArguments, boolean heals, boolean isOurs) {
  Variant {
    jvmArguments = List.copyOf(jvmArguments);
  }

  /** An agent that changes nothing. */
  static Variant of(String name, String... jvmArguments) {
    return new Variant(name, List.of(jvmArguments), false, false);
  }

  static Variant agent(String name, Path jar, String options) {
    return of(name, "-javaagent:" + jar + (options.isEmpty() ? "" : "=" + options));
  }

  Variant healing() {
    return new Variant(name, jvmArguments, true, isOurs);
  }

  Variant ours() {
    return new Variant(name, jvmArguments, true, true);
  }

  Variant with(String jvmArgument) {
    List<String> more = new ArrayList<>(jvmArguments);
    more.add(jvmArgument);
    return new Variant(name, more, heals, isOurs);
  }
}
