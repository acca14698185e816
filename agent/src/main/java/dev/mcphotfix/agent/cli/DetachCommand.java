package dev.mcphotfix.agent.cli;

import dev.mcphotfix.agent.attach.AgentStatus;
import dev.mcphotfix.agent.attach.Answer;
import dev.mcphotfix.agent.attach.TargetException;
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
final class DetachCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PID", description = "The JVM's process id, as list shows it.")
  private long pid;

  @Option(names = "--json", description = "Print a JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    try (Target target = Target.open(pid)) {
      Answer before = target.last();
      Answer answer = target.send("command=detach");
      tell(answer, answer.status() == null && before != null ? before.status() : answer.status());
      return answer.isDone() ? ExitCode.NOTHING_WRONG : ExitCode.NEEDS_ATTENTION;
    } catch (TargetException e) {
      throw Target.unusable(e);
    }
  }

  private void tell(Answer answer, @Nullable AgentStatus status) {
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
