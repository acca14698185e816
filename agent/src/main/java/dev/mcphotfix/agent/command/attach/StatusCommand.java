package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.line.AgentAnswer;
import dev.mcphotfix.agent.command.attach.line.AgentStatus;
import dev.mcphotfix.agent.command.attach.line.TargetException;
import dev.mcphotfix.agent.command.terminal.Confirmation;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.JsonOutput;
import dev.mcphotfix.agent.command.terminal.Screen;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the agent in a running JVM does. */
@Command(
    name = "status",
    description = {
      "Shows what the agent in a running JVM does.",
      "That is: its hooks with what they decided, the last answers of token endpoints,",
      "warnings, and its configuration with where each value was given."
    })
public final class StatusCommand implements Callable<Integer> {

  private static final Duration PERIOD = Duration.ofSeconds(1);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PID", description = "The JVM's process id, as list shows it.")
  private long pid;

  @Option(names = "--watch", description = "Show it again each second, until Ctrl-C.")
  private boolean watch;

  @Option(names = "--json", description = "Print a JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    if (watch && json) {
      throw new UnusableInputException("--watch is for a person and --json for a script; give one");
    }
    try (AgentConnection target = AgentConnection.open(pid)) {
      return watch ? watch(target) : show(target);
    } catch (TargetException e) {
      throw AgentConnection.unusable(e);
    }
  }

  private int show(AgentConnection target) throws TargetException {
    AgentAnswer answer = target.send("command=status");
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonOutput.write(out, answer.document());
    } else {
      page(target, answer).forEach(out::println);
    }
    out.flush();
    return answer.isDone() ? ExitCode.NOTHING_WRONG : ExitCode.NEEDS_ATTENTION;
  }

  private int watch(AgentConnection target) {
    PrintWriter out = spec.commandLine().getOut();
    String end;
    try (Screen screen = new Screen(out, Confirmation.terminal() != null)) {
      end = new StatusWatch(target, answer -> screen.show(page(target, answer)), PERIOD).run();
    }
    out.println(end);
    out.flush();
    return ExitCode.NOTHING_WRONG;
  }

  private List<String> page(AgentConnection target, AgentAnswer answer) {
    AgentStatus status = answer.status();
    return status == null
        ? AnswerText.lines(answer, pid)
        : StatusPage.lines(
            target.jvm(),
            ProcessHandle.of(pid).flatMap(it -> it.info().startInstant()).orElse(null),
            status,
            Clock.system(ZoneId.systemDefault()),
            spec.commandLine().getColorScheme().ansi());
  }
}
