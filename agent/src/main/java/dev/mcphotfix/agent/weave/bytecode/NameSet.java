package dev.mcphotfix.agent.weave.bytecode;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Names that are looked for in many class files. */
public final class NameSet {

  static final NameSet EMPTY = new NameSet(Set.of());

  private final Set<String> names;

  /** By how many bytes a name takes: few constants have the right length. */
  private final boolean[] lengths;

  public NameSet(Set<String> names) {
    this.names = Set.copyOf(names);
    int longest = 0;
    for (String name : names) {
      longest = Math.max(longest, length(name));
    }
    lengths = new boolean[longest + 1];
    for (String name : names) {
      lengths[length(name)] = true;
    }
  }

  /** Whether there is a name of so many bytes, by their number; not to be changed. */
  boolean[] lengths() {
    return lengths;
  }

  boolean contains(String name) {
    return names.contains(name);
  }

  private static int length(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
