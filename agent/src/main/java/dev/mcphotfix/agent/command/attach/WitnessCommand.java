package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentLine;
import dev.mcphotfix.agent.command.attach.agent.OtherVersion;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.attach.jvm.RunningJvm;
import dev.mcphotfix.agent.command.attach.preflight.Preflight;
import dev.mcphotfix.agent.command.configuration.AgentFlag;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Output;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.WitnessTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells which token requests leave a running JVM of which nothing is known. */
@Command(
    name = "witness",
    description = {
      "Tells which token requests leave a running JVM.",
      "Needs no configuration. Puts the agent in with nothing but the witness, prints",
      "what it sees, and takes it out at the end or with Ctrl-C."
    },
    exitCodeList = {
      ExitCode.NOTHING_WRONG + ":no token request left",
      ExitCode.NEEDS_ATTENTION + ":a token request left",
      ExitCode.UNUSABLE_INPUT + ":wrong usage, or the output says what is in the way",
      ExitCode.INTERNAL_ERROR + ":internal error; -Dmcphotfix.debug shows where",
    })
public final class WitnessCommand implements Callable<Integer> {

  @Mixin private final PidArgument pid = new PidArgument();
  @Mixin private final Output output = new Output();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "1m",
      description = "how long, as 30s or 10m; a minute unless it is given")
  private String time = "";

  @Override
  public Integer call() throws TargetException {
    int seconds = seconds();
    check();
    try (AgentLine line = AgentLine.open(pid.value(), AgentFlag.ownJar(), AgentConnection.LIMIT)) {
      WitnessWatch watch = new WitnessWatch(line, seen -> tell(WitnessedLines.of(seen)));
      AgentAnswer installed = watch.begin(seconds);
      if (!installed.isDone()) {
        output.print(installed.document(), installed.lines(pid.value()));
        return ExitCode.UNUSABLE_INPUT;
      }
      tell(List.of("looking at what leaves " + pid.value() + " for " + time));
      tell(OtherVersion.lines(installed.status()));
      List<Map<String, String>> seen = watch.run(seconds);
      tell(List.of("token requests that left: " + seen.size() + "; the agent is out again"));
      if (output.isJson()) {
        output.print(Map.of("witnessed", seen), List.of());
      }
      return seen.isEmpty() ? ExitCode.NOTHING_WRONG : ExitCode.NEEDS_ATTENTION;
    }
  }

  private int seconds() {
    WitnessTime limit = WitnessTime.parse(time);
    if (limit == null || !limit.isLimited()) {
      throw new UnusableInputException("--for: " + WitnessTime.expectedTime(time));
    }
    return limit.seconds();
  }

  private void check() throws TargetException {
    Preflight preflight = Preflight.of(pid.value());
    Finding problem = preflight.problem();
    if (problem != null) {
      throw new TargetException(problem);
    }
    RunningJvm jvm = preflight.jvm();
    if (jvm == null) {
      throw new UnusableInputException(pid.value() + " cannot be looked at");
    }
    if (!AgentMode.of(jvm, AgentConnection.LIMIT).equals(AgentMode.NONE)) {
      throw new UnusableInputException(
          "the agent is in %1$s already; switch its witness on with reload %1$s --witness"
              .formatted(pid.value()));
    }
  }

  private void tell(List<String> lines) {
    if (!output.isJson()) {
      output.print(lines);
    }
  }
}
