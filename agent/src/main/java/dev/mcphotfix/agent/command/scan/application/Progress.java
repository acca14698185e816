package dev.mcphotfix.agent.command.scan.application;

/** Is told how far a scan has come. */
public interface Progress {

  /** For whom nobody looks at. */
  Progress NONE = (done, total) -> {};

  /**
   * Called often, with ever more done.
   *
   * @param done class files that were read, each of them twice
   * @param total twice as many as there are; at least {@code done}
   */
  void reached(long done, long total);
}
