package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.weave.HookTransformer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that follows from one configuration; a reload begins another one. */
final class Generation {

  private final int number;
  private final @Nullable String arguments;
  private final Parts parts;
  private final HookCatalogue catalogue;
  private final HookTransformer transformer;

  /**
   * @param number from 1 on
   * @param arguments the options that the configuration was read from
   */
  Generation(int number, @Nullable String arguments, Parts parts, HookCatalogue catalogue) {
    this.number = number;
    this.arguments = arguments;
    this.parts = parts;
    this.catalogue = catalogue;
    this.transformer = new HookTransformer(catalogue);
  }

  int number() {
    return number;
  }

  @Nullable String arguments() {
    return arguments;
  }

  Parts parts() {
    return parts;
  }

  HookTransformer transformer() {
    return transformer;
  }

  /** The keys of its sites whose class was met. */
  Set<String> keys() {
    return catalogue.keys();
  }

  /** The hooks that it asks for, by name. */
  List<String> hooks() {
    return catalogue.hooks();
  }
}
