package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.launch.CommandLineLaunch;
import java.io.File;
import java.net.URISyntaxException;
import java.security.CodeSource;

/** The jar that this command comes from: it is the agent, too. */
final class OwnJar {

  private OwnJar() {}

  /** Its absolute path, or that of a folder of classes where there is no jar. */
  static String path() {
    CodeSource source = CommandLineLaunch.class.getProtectionDomain().getCodeSource();
    try {
      return new File(source.getLocation().toURI()).getAbsolutePath();
    } catch (URISyntaxException e) {
      throw new UnusableInputException("the path of this jar is no path: " + e.getMessage());
    }
  }
}
