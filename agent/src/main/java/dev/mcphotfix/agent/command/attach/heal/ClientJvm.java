package dev.mcphotfix.agent.command.attach.heal;

import dev.mcphotfix.agent.command.attach.agent.AgentLine;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.configuration.AgentFlag;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a running client lives, as its JVM says.
 *
 * @param folder its working folder
 * @param home of the user that it runs as
 * @param classPath what is there of it
 */
record ClientJvm(File folder, File home, List<File> classPath) {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Only for a process that is known to be a JVM. */
  static ClientJvm of(long pid) throws TargetException {
    try (AgentLine line = AgentLine.open(pid, AgentFlag.ownJar(), LIMIT)) {
      File folder = new File(text(line.property("user.dir")));
      return new ClientJvm(
          folder,
          new File(text(line.property("user.home"))),
          files(folder, text(line.property("java.class.path"))));
    }
  }

  static List<File> files(File folder, String classPath) {
    return Stream.of(classPath.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> new File(entry).isAbsolute() ? new File(entry) : new File(folder, entry))
        .filter(File::exists)
        .toList();
  }

  private static String text(@Nullable String property) {
    return property == null ? "" : property;
  }
}
