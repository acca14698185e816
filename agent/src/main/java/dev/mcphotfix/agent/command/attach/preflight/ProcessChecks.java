package dev.mcphotfix.agent.command.attach.preflight;

import dev.mcphotfix.agent.command.attach.jvm.ProcessFiles;
import dev.mcphotfix.agent.command.attach.jvm.ProcessStatus;
import dev.mcphotfix.agent.command.attach.jvm.RunningJvm;
import dev.mcphotfix.agent.command.terminal.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether there is a process, whose it is, and where it lives. */
record ProcessChecks(ProcessFiles processes) {

  private static final int ROOT = 0;
  private static final String SELF = "self";

  /** Why this process cannot be a target; null where nothing is known against it. */
  @Nullable Finding obstacle(long pid) {
    if (pid == ProcessHandle.current().pid()) {
      return Finding.problem(pid + " is this command itself", "see list for the JVMs that run");
    }
    if (!processes.arePresent()) {
      return ProcessHandle.of(pid).isPresent() ? null : absent(pid);
    }
    ProcessStatus target = processes.status(Long.toString(pid));
    ProcessStatus self = processes.status(SELF);
    if (target == null || self == null || target.hasEnded()) {
      return absent(pid);
    }
    if (target.isStopped()) {
      return Finding.problem(
          pid + " is stopped and cannot answer", "let it go on with kill -CONT " + pid);
    }
    if (self.user() != ROOT && self.user() != target.user()) {
      String user = RunningJvm.user(pid, target);
      return Finding.problem(
          pid + " belongs to the user " + user + ", and a JVM lets in its own user and root only",
          "run the same command with sudo -u " + user + ", or as root");
    }
    return null;
  }

  /** What is unusual but need not be in the way. */
  List<Finding> notes(long pid) {
    List<Finding> notes = new ArrayList<>();
    ProcessStatus target = processes.status(Long.toString(pid));
    ProcessStatus self = processes.status(SELF);
    if (target != null && self != null && self.user() != target.user()) {
      String user = RunningJvm.user(pid, target);
      notes.add(
          Finding.note(
              ("this command runs as root, the JVM as " + user)
                  + ", who must be able to read all files that are named here"));
    }
    if (isElsewhere(pid)) {
      notes.add(
          Finding.note(
              (pid + " lives in another container or sees other files;")
                  + " all paths are looked for as it sees them",
              "if something below fails, run the jar inside: docker exec or kubectl exec"));
    }
    return notes;
  }

  /** Whether it has other mounts or another numbering of processes. */
  boolean isElsewhere(long pid) {
    return differs(pid, "mnt") || differs(pid, "pid");
  }

  private boolean differs(long pid, String kind) {
    String target = processes.namespace(Long.toString(pid), kind);
    return target != null && !Objects.equals(target, processes.namespace(SELF, kind));
  }

  private static Finding absent(long pid) {
    return Finding.problem(
        "there is no process " + pid + " that this user can see",
        "see list for the JVMs that run; inside a container pids are others than outside");
  }
}
