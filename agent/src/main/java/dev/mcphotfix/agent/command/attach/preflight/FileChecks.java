package dev.mcphotfix.agent.command.attach.preflight;

import dev.mcphotfix.agent.command.attach.jvm.ProcessFiles;
import dev.mcphotfix.agent.command.attach.jvm.ProcessStatus;
import dev.mcphotfix.agent.command.attach.jvm.RunningJvm;
import dev.mcphotfix.agent.command.attach.jvm.TargetFiles;
import dev.mcphotfix.agent.command.terminal.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether the target sees and may read the files that are named to it. Nothing is copied. */
record FileChecks(ProcessFiles processes, RunningJvm jvm) {

  /** The agent's jar. */
  Finding jar(String jar) {
    if (jar.indexOf('=') >= 0) {
      return Finding.problem(
          "a JVM takes no agent whose path has a \"=\" in it: " + jar, "move the jar elsewhere");
    }
    Finding obstacle = obstacle("the agent's jar", jar);
    if (obstacle != null) {
      return obstacle;
    }
    return isSame(jar)
        ? Finding.ok("it can read the agent's jar, " + jar)
        : Finding.problem(
            "what it sees as " + jar + " is not this jar",
            "put this version there, or run the jar inside the container");
  }

  /** What the agent will read. */
  Finding configuration(String file) {
    Finding obstacle = obstacle("the configuration", file);
    return obstacle == null ? Finding.ok("it can read the configuration, " + file) : obstacle;
  }

  /** The folder of the agent's log; null where nothing is wrong with it. */
  @Nullable Finding folderOfLog(String folder) {
    return files().find(folder) != null
        ? null
        : Finding.problem(
            "it does not see the folder of the log: there is no " + folder + " where it lives",
            "create it there, or name another file by --log");
  }

  private @Nullable Finding obstacle(String what, String file) {
    if (files().find(file) == null) {
      return Finding.problem(
          "it does not see " + what + ": there is no " + file + " where it lives",
          new ProcessChecks(processes).isElsewhere(jvm.pid())
              ? "copy it into the container, docker cp or kubectl cp, and run the jar there"
              : "put it into a folder that every process sees, such as /opt");
    }
    ProcessStatus reader = processes.status(Long.toString(jvm.pid()));
    String refused = reader == null ? null : files().obstacle(file, reader);
    return refused == null
        ? null
        : Finding.problem(
            "its user " + jvm.user() + " may not read " + what + ": " + refused + " is closed",
            "let " + jvm.user() + " read it, or put it into a folder such as /opt");
  }

  private boolean isSame(String file) {
    Path theirs = files().find(file);
    try {
      return theirs != null && Files.size(theirs) == Files.size(Path.of(file));
    } catch (IOException notReadable) {
      return true;
    }
  }

  private TargetFiles files() {
    return processes.files(Long.toString(jvm.pid()));
  }
}
