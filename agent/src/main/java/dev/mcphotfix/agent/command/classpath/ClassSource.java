package dev.mcphotfix.agent.command.classpath;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A jar or a folder of a class path. */
interface ClassSource extends Closeable {

  /** As a person would call it: {@code app.jar}, {@code app.jar!/BOOT-INF/lib/client.jar}. */
  String name();

  /** Internal names of the classes in it. */
  List<String> classNames() throws IOException;

  /**
   * The class file; null where it is not in here.
   *
   * @param className internal name
   */
  byte @Nullable [] read(String className) throws IOException;
}
