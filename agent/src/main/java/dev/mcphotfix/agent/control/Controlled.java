package dev.mcphotfix.agent.control;

import dev.mcphotfix.agent.log.LogMemory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The agent, as far as a command can ask of it. Called by one thread at a time. */
public interface Controlled {

  /** What it has told since it was installed, and written, unless that takes too long. */
  LogMemory memory();

  /** Mode and configuration, each value with its origin, as they hold now. */
  Map<String, Object> configuration();

  /** The hooks that are configured, by name. */
  List<String> hooks();

  /** Where the classes of that name were loaded from; empty where none is loaded. */
  List<String> sources(String className);

  /**
   * Takes another configuration; where that is wrong, nothing changes.
   *
   * @param options the agent's options; null to read anew those that hold
   * @return what is wrong with it; empty where it holds now
   */
  List<String> reload(@Nullable String options);

  /** Whether it does nothing but to look at what leaves. */
  boolean isWitnessAlone();

  /** Looks no more at what leaves, and goes on with all else. */
  void endWitness();

  /** Leaves the host as it was before. */
  void detach();
}
