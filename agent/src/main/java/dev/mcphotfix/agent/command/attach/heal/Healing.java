package dev.mcphotfix.agent.command.attach.heal;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentLine;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.agent.OtherVersion;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.attach.heal.OtherCommands.Ran;
import dev.mcphotfix.agent.command.attach.jvm.JvmFinder;
import dev.mcphotfix.agent.command.configuration.AgentFlag;
import dev.mcphotfix.agent.command.terminal.Confirmation;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import java.io.File;
import java.time.Duration;
import java.util.Map;

/** Heals a running client: looks first, asks, and takes all back where that is not wanted. */
final class Healing {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final String pid;
  private final HealStory story;
  private final File file;
  private boolean in;
  private boolean written;

  Healing(long pid, HealStory story, File file) {
    this.pid = Long.toString(pid);
    this.story = story;
    this.file = file;
  }

  /** Finds the client's own file. */
  interface Finder {
    ClientFile find(File folder, File home, Map<String, String> environment);
  }

  /**
   * From the client's file to the answer of the server.
   *
   * @param seconds for which a refresh is waited for at most
   */
  int run(Finder files, boolean yes, int seconds) throws TargetException {
    story.step("The running client");
    if (!isDone(story.run("attach", pid, "--dry-run", "--mode=off", "--witness"))) {
      return ExitCode.NEEDS_ATTENTION;
    }
    ClientJvm jvm = ClientJvm.of(Long.parseLong(pid));
    Map<String, String> environment = JvmFinder.here().environment(Long.parseLong(pid));
    ClientFile servers = files.find(jvm.folder(), jvm.home(), environment);
    story.tell("its servers, from " + servers.file() + ":");
    story.tell(servers.describe());
    Runtime.getRuntime().addShutdownHook(new Thread(this::takeBack, "mcp-hotfix-heal"));
    try {
      new AgentFile(story, file).write(servers.file(), jvm.classPath());
      written = true;
      return observe() ? heal(yes, seconds) : ExitCode.NEEDS_ATTENTION;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.NEEDS_ATTENTION;
    } finally {
      takeBack();
    }
  }

  private boolean observe() {
    story.step("A refresh, looked at and not changed");
    Ran attach = story.run("attach", pid, "--config", path(), "--mode=observe", "--witness");
    in = attach.isDone() || attach.exitCode() == ExitCode.NOTHING_WOVEN_YET;
    return in || isDone(attach);
  }

  private int heal(boolean yes, int seconds) throws TargetException, InterruptedException {
    try (AgentLine line = AgentLine.open(Long.parseLong(pid), AgentFlag.ownJar(), LIMIT)) {
      AgentAnswer attached = line.last();
      story.tell(OtherVersion.lines(attached == null ? null : attached.status()));
      RefreshWatch watch = new RefreshWatch(line, seconds);
      RefreshStory refreshes = new RefreshStory(story, watch, file);
      if (!refreshes.isSeen()) {
        return ExitCode.NEEDS_ATTENTION;
      }
      story.step("Heal it");
      if (!yes && !Confirmation.isGiven("   From now on, add the client_id?")) {
        return ExitCode.NEEDS_ATTENTION;
      }
      AgentStatus before = watch.now();
      if (!isDone(story.run("reload", pid, "--mode=enforce", "--witness=off"))) {
        return ExitCode.NEEDS_ATTENTION;
      }
      stay();
      boolean accepted = refreshes.isAccepted(before);
      story.keep(AgentFlag.ofFile(file));
      story.tell("See what it does with status %1$s; detach %1$s takes it out.".formatted(pid));
      return accepted ? ExitCode.NOTHING_WRONG : ExitCode.NEEDS_ATTENTION;
    }
  }

  private boolean isDone(Ran ran) {
    if (!ran.isDone()) {
      story.tell(ran.lines());
      story.tell(ran.errors());
    }
    return ran.isDone();
  }

  private synchronized void stay() {
    in = false;
    written = false;
  }

  /** Also where this JVM is ended meanwhile. */
  private synchronized void takeBack() {
    if (in) {
      in = false;
      try (AgentLine line = AgentLine.open(Long.parseLong(pid), AgentFlag.ownJar(), LIMIT)) {
        line.send("command=detach");
        story.tell("taken back: the agent is out of " + pid);
      } catch (TargetException gone) { // With the agent in it.
      }
    }
    if (written && file.delete()) {
      written = false;
      story.tell("taken back: " + file + " is deleted");
    }
  }

  private String path() {
    return file.getAbsolutePath();
  }
}
