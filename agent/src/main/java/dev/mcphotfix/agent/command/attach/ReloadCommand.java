package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.jvm.JvmFinder;
import dev.mcphotfix.agent.command.attach.line.AgentAnswer;
import dev.mcphotfix.agent.command.attach.line.TargetException;
import dev.mcphotfix.agent.command.configuration.AgentOptions;
import dev.mcphotfix.agent.command.configuration.ConfigurationFindings;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.FileWatch;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.command.terminal.JsonOutput;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives the agent in a running JVM another configuration. */
@Command(
    name = "reload",
    description = {
      "Gives the agent in a running JVM another configuration.",
      "Without options it reads again what it was installed with. One that is wrong",
      "changes nothing."
    })
public final class ReloadCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PID", description = "The JVM's process id, as list shows it.")
  private long pid;

  @Mixin private AgentOptions options = new AgentOptions();

  @Option(
      names = "--watch-config",
      description = "Stay, and do it again each time that a named file changes, until Ctrl-C.")
  private boolean watch;

  @Option(names = "--json", description = "Print a JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    if (watch && options.files().isEmpty()) {
      throw new UnusableInputException(
          "--watch-config needs a file to look at; add --config FILE or --mcp-config FILE");
    }
    if (watch && json) {
      throw new UnusableInputException(
          "--watch-config is for a person and --json for a script; give one");
    }
    int exitCode = reload();
    return watch ? watch() : exitCode;
  }

  private int watch() {
    FileWatch files = new FileWatch(options.files());
    print(List.of("looking at " + String.join(", ", options.files()) + "; Ctrl-C ends this"));
    try {
      while (files.awaitChange(() -> ProcessHandle.of(pid).isPresent())) {
        reload();
      }
      print(List.of(pid + " has ended."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.NOTHING_WRONG;
  }

  /** A file that is wrong is not even sent. */
  private int reload() {
    String text = options.text();
    if (!text.isEmpty()) {
      try {
        options.read(JvmFinder.here().environment(pid));
      } catch (InvalidConfigurationException invalid) {
        return refuse(invalid);
      }
    }
    try (AgentConnection target = AgentConnection.open(pid)) {
      return tell(target.send(text.isEmpty() ? "command=reload" : "command=reload," + text));
    } catch (TargetException e) {
      throw AgentConnection.unusable(e);
    }
  }

  private int refuse(InvalidConfigurationException invalid) {
    Findings findings = new Findings();
    ConfigurationFindings.add(invalid, findings);
    findings.add(ConfigurationFindings.SECTION, Finding.note("nothing was changed in " + pid));
    return findings.print(spec.commandLine(), json);
  }

  private int tell(AgentAnswer answer) {
    if (json) {
      JsonOutput.write(spec.commandLine().getOut(), answer.document());
    } else {
      print(AnswerText.lines(answer, pid));
    }
    return answer.isDone() ? ExitCode.NOTHING_WRONG : ExitCode.NEEDS_ATTENTION;
  }

  private void print(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
  }
}
