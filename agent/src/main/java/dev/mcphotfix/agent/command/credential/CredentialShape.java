package dev.mcphotfix.agent.command.credential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one kind of client keeps its credential records in a JSON file. */
interface CredentialShape {

  /** What the file is called when it is talked about. */
  String title();

  /** The records in a file of this shape, which may be none; null where it has another shape. */
  @Nullable List<FoundRecord> records(Object root);
}
