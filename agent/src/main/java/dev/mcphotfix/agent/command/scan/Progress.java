package dev.mcphotfix.agent.command.scan;

/** Is told how far a scan has come. */
public interface Progress {

  /** For whom nobody looks at. */
  Progress NONE = (done, total) -> {};

  /**
   * Called often, with ever more bytes done.
   *
   * @param done bytes of the scanned files, each of which is read twice
   * @param total the bytes that there are; at least {@code done}
   */
  void reached(long done, long total);
}
