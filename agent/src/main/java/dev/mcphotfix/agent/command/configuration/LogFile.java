package dev.mcphotfix.agent.command.configuration;

import dev.mcphotfix.agent.command.terminal.Finding;
import java.io.File;
import org.jspecify.annotations.Nullable;

/** The file that the agent's log would be written to, as it is where the command runs. */
record LogFile(File file) {

  /** Why it could not be written here; null where it could. */
  @Nullable Finding obstacle() {
    File folder = file.getParentFile();
    if (file.isDirectory()) {
      return problem(file + " is a folder", "name a file in it");
    }
    if (folder != null && !folder.isDirectory()) {
      return problem(
          "the folder " + folder + (folder.exists() ? " is none" : " does not exist") + " here",
          "create it where the application runs, or name another file");
    }
    File asked = file.exists() || folder == null ? file : folder;
    return asked.canWrite()
        ? null
        : problem(
            "this user may not write " + file,
            "let the user that runs the application write it, or name another file");
  }

  private static Finding problem(String what, String advice) {
    return Finding.problem("log: " + what + ", so the log would go to stderr", advice);
  }
}
