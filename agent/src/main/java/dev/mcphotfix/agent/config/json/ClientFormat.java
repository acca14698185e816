package dev.mcphotfix.agent.config.json;

import org.jspecify.annotations.Nullable;

/**
 * What clients write their files in beside JSON. The commands read it; the agent, which would have
 * to load a parser for it in the client's JVM, does not.
 */
public interface ClientFormat {

  /**
   * All that is in the file; null where it is not in this format.
   *
   * @throws InvalidConfigurationException where it cannot be read, or is in this format and broken
   */
  @Nullable Node read(InputFile file, Problems problems) throws InvalidConfigurationException;
}
