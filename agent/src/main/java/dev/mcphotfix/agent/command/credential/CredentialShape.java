package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one kind of client keeps its credential records in a JSON file. */
interface CredentialShape {

  /** What the file is called when it is talked about. */
  String title();

  /**
   * The records in a file of this shape, which may be none; null where it has another shape.
   *
   * @param servers to tell whose a record is that is named after a hash
   */
  @Nullable List<FoundRecord> records(Object root, List<ServerConfiguration> servers);
}
