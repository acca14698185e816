package dev.mcphotfix.agent.command.attach.preflight;

import dev.mcphotfix.agent.command.attach.agent.AgentLine;
import dev.mcphotfix.agent.command.attach.jvm.JvmFinder;
import dev.mcphotfix.agent.command.attach.jvm.ProcessFiles;
import dev.mcphotfix.agent.command.attach.jvm.ProcessStatus;
import dev.mcphotfix.agent.command.attach.jvm.RunningJvm;
import dev.mcphotfix.agent.command.attach.jvm.RuntimeImage;
import dev.mcphotfix.agent.command.terminal.Finding;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the agent can be loaded into a JVM, without touching it. The process comes first:
 * one that is no JVM would be ended by the signal that asks a JVM to listen.
 */
public final class Preflight {

  private final JvmFinder finder;
  private final ProcessFiles processes;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable RunningJvm jvm;

  private Preflight(JvmFinder finder) {
    this.finder = finder;
    this.processes = finder.processes();
  }

  /** What stands in the way of any command to that JVM. */
  public static Preflight of(long pid) {
    return of(pid, JvmFinder.here());
  }

  static Preflight of(long pid, JvmFinder finder) {
    Preflight preflight = new Preflight(finder);
    preflight.checkProcess(pid);
    return preflight;
  }

  /**
   * What stands in the way of the agent.
   *
   * @param jar the absolute path of the agent's jar
   * @param files the absolute paths of all that the agent will read
   */
  public static Preflight of(long pid, String jar, List<String> files) {
    return of(pid, jar, files, JvmFinder.here());
  }

  static Preflight of(long pid, String jar, List<String> files, JvmFinder finder) {
    Preflight preflight = of(pid, finder);
    RunningJvm found = preflight.jvm;
    if (found != null && preflight.isPassed()) {
      preflight.checkAgent(found, jar, files);
    }
    return preflight;
  }

  /**
   * Looks at where the agent will write its log, too.
   *
   * @param file its absolute path; empty where that is no file
   */
  public void checkLog(String file) {
    File folder = new File(file).getParentFile();
    RunningJvm found = jvm;
    if (found != null && folder != null && processes.arePresent()) {
      Finding obstacle = new FileChecks(processes, found).folderOfLog(folder.getPath());
      if (obstacle != null) {
        findings.add(obstacle);
      }
    }
  }

  /** All that was looked at, in order. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Whether nothing stands in the way. */
  public boolean isPassed() {
    return problem() == null;
  }

  /** The first thing that stands in the way; null where nothing does. */
  public @Nullable Finding problem() {
    return findings.stream().filter(Finding::isProblem).findFirst().orElse(null);
  }

  /** Null where there is none, or none to look at. */
  public @Nullable RunningJvm jvm() {
    return jvm;
  }

  private void checkProcess(long pid) {
    if (!AgentLine.isPossible()) {
      findings.add(
          Finding.problem(
              "the Java that runs this command has no module jdk.attach",
              ("run it with a JDK from 17 on, or use jcmd of one: jcmd " + pid)
                  + " JVMTI.agent_load JAR OPTIONS"));
      return;
    }
    ProcessChecks checks = new ProcessChecks(processes);
    Finding obstacle = checks.obstacle(pid);
    if (obstacle != null) {
      findings.add(obstacle);
      return;
    }
    RunningJvm found = finder.find(pid);
    if (found == null) {
      findings.add(
          Finding.problem(
              pid + " is no Java process, so there is nothing to heal",
              "see list for the JVMs that run"));
      return;
    }
    jvm = found;
    String version = found.javaVersion();
    findings.add(
        Finding.ok(
            "process %s is %s on Java %s, of user %s"
                .formatted(
                    pid,
                    found.program(),
                    version == null ? "of an unknown version" : version,
                    found.user())));
    findings.addAll(checks.notes(pid));
    findings.add(JvmChecks.attach(found, processes.status(Long.toString(pid)), isListening(pid)));
  }

  /** Whether somebody has attached before; then no signal is needed. */
  private boolean isListening(long pid) {
    ProcessStatus status = processes.status(Long.toString(pid));
    return status != null
        && processes.files(Long.toString(pid)).find("/tmp/.java_pid" + status.innerPid()) != null;
  }

  private void checkAgent(RunningJvm found, String jar, List<String> files) {
    findings.addAll(JvmChecks.agent(found, image(found)));
    if (processes.arePresent()) {
      FileChecks visible = new FileChecks(processes, found);
      findings.add(visible.jar(jar));
      files.forEach(file -> findings.add(visible.configuration(file)));
    }
  }

  private @Nullable RuntimeImage image(RunningJvm found) {
    String pid = Long.toString(found.pid());
    String library = processes.library(pid);
    return library == null ? null : RuntimeImage.of(processes.files(pid), library);
  }
}
