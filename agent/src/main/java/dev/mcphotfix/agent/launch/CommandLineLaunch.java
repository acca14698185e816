package dev.mcphotfix.agent.launch;

import java.io.IOException;

/**
 * The jar's third door, for {@code java -jar}: opens the nested jar and hands the arguments on.
 *
 * <p>Only the person's own JVM comes through here, never a host; so it may end it.
 */
public final class CommandLineLaunch {

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
            Class.forName("dev.mcphotfix.agent.cli.HotfixCommand", true, AgentClassLoader.open())
                .getMethod("run", String[].class)
                .invoke(null, (Object) arguments));
  }
}
