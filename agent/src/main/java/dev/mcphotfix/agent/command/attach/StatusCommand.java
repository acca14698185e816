package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.terminal.Confirmation;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.Output;
import dev.mcphotfix.agent.command.terminal.Screen;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what the agent in a running JVM does. */
@Command(
    name = "status",
    description = {
      "Shows what the agent in a running JVM does.",
      "That is: whether it heals, the last warnings and answers of token endpoints, and",
      "its hooks with what they decided."
    })
public final class StatusCommand implements Callable<Integer> {

  private static final Duration PERIOD = Duration.ofSeconds(1);

  @Mixin private final PidArgument pid = new PidArgument();
  @Mixin private final Output output = new Output();

  @Option(
      names = {"-v", "--verbose"},
      description = "shows the hooks' places and the configuration, too")
  private boolean verbose;

  @Option(names = "--watch", description = "show it again each second, until Ctrl-C")
  private boolean watch;

  @Override
  public Integer call() throws TargetException {
    if (watch && output.isJson()) {
      throw new UnusableInputException("--watch is for a person and --json for a script; give one");
    }
    try (AgentConnection target = AgentConnection.open(pid.value())) {
      return watch ? watch(target) : show(target);
    }
  }

  private int show(AgentConnection target) throws TargetException {
    AgentAnswer answer = target.line().send("command=status");
    output.print(answer.document(), page(target, answer));
    return answer.exitCode();
  }

  private int watch(AgentConnection target) {
    String end;
    PrintWriter out = output.command().getOut();
    try (Screen screen = new Screen(out, Confirmation.terminal() != null)) {
      end = new StatusWatch(target, answer -> screen.show(page(target, answer)), PERIOD).run();
    }
    output.print(List.of(end));
    return ExitCode.NOTHING_WRONG;
  }

  private List<String> page(AgentConnection target, AgentAnswer answer) {
    AgentStatus status = answer.status();
    return status == null
        ? answer.lines(pid.value())
        : StatusPage.lines(
            target.jvm(),
            ProcessHandle.of(pid.value()).flatMap(it -> it.info().startInstant()).orElse(null),
            status,
            verbose,
            Clock.system(ZoneId.systemDefault()),
            output.ansi());
  }
}
