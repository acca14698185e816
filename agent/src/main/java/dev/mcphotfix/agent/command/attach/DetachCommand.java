package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus.Hook;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.terminal.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes the agent out of a running JVM. */
@Command(
    name = "detach",
    description = {
      "Takes the agent out of a running JVM.",
      "Each method is again as it was. Records that were healed stay healed."
    })
public final class DetachCommand implements Callable<Integer> {

  @Mixin private final PidArgument pid = new PidArgument();
  @Mixin private final Output output = new Output();

  @Override
  public Integer call() throws TargetException {
    try (AgentConnection target = AgentConnection.open(pid.value())) {
      AgentAnswer before = target.line().last();
      AgentAnswer answer = target.line().send("command=detach");
      List<String> lines = new ArrayList<>(answer.lines(pid.value()));
      if (answer.isDone()) {
        AgentStatus last = before == null ? null : before.status();
        lines.addAll(takenOut(answer.status() == null ? last : answer.status()));
      }
      output.print(answer.document(), lines);
      return answer.exitCode();
    }
  }

  private static List<String> takenOut(@Nullable AgentStatus status) {
    return status == null
        ? List.of()
        : status.hooks().stream()
            .filter(Hook::woven)
            .map(hook -> "  taken out: " + hook.hook() + " in " + hook.type() + '#' + hook.method())
            .toList();
  }
}
