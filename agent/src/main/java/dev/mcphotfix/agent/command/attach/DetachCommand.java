package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.line.AgentAnswer;
import dev.mcphotfix.agent.command.attach.line.AgentStatus;
import dev.mcphotfix.agent.command.attach.line.TargetException;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.JsonOutput;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes the agent out of a running JVM. */
@Command(
    name = "detach",
    description = {
      "Takes the agent out of a running JVM.",
      "Each method is again as it was. Records that were healed stay healed."
    })
public final class DetachCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PID", description = "The JVM's process id, as list shows it.")
  private long pid;

  @Option(names = "--json", description = "Print a JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    try (AgentConnection target = AgentConnection.open(pid)) {
      AgentAnswer before = target.last();
      AgentAnswer answer = target.send("command=detach");
      tell(answer, answer.status() == null && before != null ? before.status() : answer.status());
      return answer.isDone() ? ExitCode.NOTHING_WRONG : ExitCode.NEEDS_ATTENTION;
    } catch (TargetException e) {
      throw AgentConnection.unusable(e);
    }
  }

  private void tell(AgentAnswer answer, @Nullable AgentStatus status) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonOutput.write(out, answer.document());
      return;
    }
    AnswerText.lines(answer, pid).forEach(out::println);
    if (answer.isDone() && status != null) {
      for (AgentStatus.Hook hook : status.hooks()) {
        if (hook.woven()) {
          out.println("  taken out: " + hook.hook() + " in " + hook.type() + '#' + hook.method());
        }
      }
    }
    out.flush();
  }
}
