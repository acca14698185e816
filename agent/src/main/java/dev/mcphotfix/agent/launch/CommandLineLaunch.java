package dev.mcphotfix.agent.launch;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The jar's third door, for {@code java -jar}: opens the nested jars and hands the arguments on.
 *
 * <p>Only the person's own JVM comes through here, never a host; so it may end it.
 */
public final class CommandLineLaunch {

  /** Compressed as a whole, which nothing but the command line has to wait for. */
  private static final String COMMANDS = "/dev/mcphotfix/commands.jar.gz";

  private CommandLineLaunch() {}

  /**
   * Ends the JVM with the command's exit code.
   *
   * @throws IOException if the nested jar cannot be read
   * @throws ReflectiveOperationException if the jar is not whole
   */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    System.exit(
        (int)
            Class.forName("dev.mcphotfix.agent.command.HotfixCommand", true, commands())
                .getMethod("run", String[].class)
                .invoke(null, (Object) arguments));
  }

  /** The loader of the commands, whose parent is the agent's; its own where there is no jar. */
  private static ClassLoader commands() throws IOException {
    try (InputStream nested = CommandLineLaunch.class.getResourceAsStream(COMMANDS)) {
      return nested == null
          ? CommandLineLaunch.class.getClassLoader()
          : AgentClassLoader.below(AgentClassLoader.open(), new GZIPInputStream(nested));
    }
  }
}
