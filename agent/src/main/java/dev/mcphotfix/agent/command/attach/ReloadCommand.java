package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.agent.OtherVersion;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.attach.jvm.JvmFinder;
import dev.mcphotfix.agent.command.configuration.AgentOptions;
import dev.mcphotfix.agent.command.configuration.ConfigurationFindings;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.FileWatch;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.command.terminal.Output;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives the agent in a running JVM another configuration. */
@Command(
    name = "reload",
    description = {
      "Gives the agent in a running JVM another configuration.",
      "Options that name no file and no server, such as --mode=observe, change",
      "only what they say; without any, it reads its files again. What is wrong",
      "changes nothing."
    })
public final class ReloadCommand implements Callable<Integer> {

  @Mixin private final PidArgument pid = new PidArgument();
  @Mixin private final AgentOptions options = new AgentOptions();
  @Mixin private final Output output = new Output();

  @Option(
      names = "--watch-config",
      description = "stay, and do it again each time that a named file changes, until Ctrl-C")
  private boolean watch;

  @Override
  public Integer call() throws TargetException {
    if (watch && options.files().isEmpty()) {
      throw new UnusableInputException(
          "--watch-config needs a file to look at; add --config FILE or --mcp-config FILE");
    }
    if (watch && output.isJson()) {
      throw new UnusableInputException(
          "--watch-config is for a person and --json for a script; give one");
    }
    int exitCode = reload();
    return watch ? watch() : exitCode;
  }

  private int watch() throws TargetException {
    FileWatch files = new FileWatch(options.files());
    output.print(
        List.of("looking at " + String.join(", ", options.files()) + "; Ctrl-C ends this"));
    try {
      while (files.awaitChange(() -> ProcessHandle.of(pid.value()).isPresent())) {
        reload();
      }
      output.print(List.of(pid.value() + " has ended."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.NOTHING_WRONG;
  }

  /** A file that is wrong is not even sent. */
  private int reload() throws TargetException {
    String text = options.text();
    if (!text.isEmpty()) {
      try {
        options.read(JvmFinder.here().environment(pid.value()));
      } catch (InvalidConfigurationException invalid) {
        return refuse(invalid);
      }
    }
    try (AgentConnection target = AgentConnection.open(pid.value())) {
      AgentAnswer answer =
          target.line().send(text.isEmpty() ? "command=reload" : "command=reload," + text);
      output.print(answer.document(), lines(answer, pid.value()));
      return answer.exitCode();
    }
  }

  /** What holds now, and what of the configuration does not. */
  static List<String> lines(AgentAnswer answer, long pid) {
    List<String> lines = new ArrayList<>(answer.lines(pid));
    AgentStatus status = answer.status();
    if (status != null && answer.isDone()) {
      lines.set(0, lines.get(0) + (status.mode() == null ? "" : ", mode " + status.mode()));
      status.passedOver().forEach(what -> lines.add("  passed over: " + what));
    }
    OtherVersion.lines(status).forEach(line -> lines.add("  " + line));
    return lines;
  }

  private int refuse(InvalidConfigurationException invalid) {
    Findings findings = new Findings();
    ConfigurationFindings.add(invalid, findings);
    findings.add(
        ConfigurationFindings.SECTION, Finding.note("nothing was changed in " + pid.value()));
    return output.print(findings);
  }
}
