package dev.mcphotfix.agent.command.attach.heal;

import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.configuration.AgentFlag;
import dev.mcphotfix.agent.command.terminal.Confirmation;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.WitnessTime;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Leads from a client that is broken now to one that is healed. */
@Command(
    name = "heal",
    description = {
      "Heals a client that is broken now, step by step.",
      "Finds the client's configuration, scans its code and writes a file for the",
      "agent. Of a running client it then shows a refresh that would be healed, asks,",
      "and heals. Each step is one of the other commands; Ctrl-C takes all back."
    },
    exitCodeList = {
      ExitCode.NOTHING_WRONG + ":the client is healed, or the file for its jar is written",
      ExitCode.NEEDS_ATTENTION + ":all was taken back, and the output says why",
      ExitCode.UNUSABLE_INPUT + ":wrong usage, or a file that cannot be used",
      ExitCode.INTERNAL_ERROR + ":internal error; -Dmcphotfix.debug shows where",
    })
public final class HealCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PID|JAR", description = "the running client, or its jar")
  private String client = "";

  @Option(
      names = "--mcp-config",
      paramLabel = "FILE",
      description = "the client's own file with its servers; looked for unless it is given")
  private @Nullable File mcpConfig;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "mcp-hotfix.json",
      description = "the file that is written for the agent; ${DEFAULT-VALUE} unless it is given")
  private File file = new File("");

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "10m",
      description = "how long a refresh is waited for at most, ${DEFAULT-VALUE} unless it is given")
  private String time = "";

  @Option(
      names = {"-y", "--yes"},
      description = "heal without asking")
  private boolean yes;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws TargetException {
    WitnessTime limit = WitnessTime.parse(time);
    if (limit == null || !limit.isLimited()) {
      throw new UnusableInputException("--for: " + WitnessTime.expectedTime(time));
    }
    checkFiles();
    return isPid() ? heal(Long.parseLong(client), limit.seconds()) : prepare(new File(client));
  }

  private void checkFiles() {
    if (!isPid() && !new File(client).exists()) {
      throw new UnusableInputException(
          client + ": neither a process id nor a file that is there; see list for what runs");
    }
    if (mcpConfig != null && !mcpConfig.isFile()) {
      throw new UnusableInputException(mcpConfig + ": no such file; correct --mcp-config");
    }
    if (file.exists()) {
      throw new UnusableInputException(
          file
              + ": is there already and is not overwritten; name another with --output FILE, or use it: "
              + (isPid()
                  ? "attach " + client + " --config " + file
                  : "start the client with " + AgentFlag.ofFile(file).text()));
    }
  }

  private boolean isPid() {
    return !client.isEmpty()
        && client.length() < 19
        && client.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private int heal(long pid, int seconds) throws TargetException {
    if (!yes && Confirmation.terminal() == null) {
      throw new UnusableInputException(
          "heal asks before it heals, and there is no terminal to ask at; add --yes");
    }
    return new Healing(pid, story(), file).run(this::clientFile, yes, seconds);
  }

  private int prepare(File jar) {
    HealStory story = story();
    story.step("The client's configuration");
    ClientFile servers =
        clientFile(
            new File(System.getProperty("user.dir")),
            new File(System.getProperty("user.home")),
            System.getenv());
    story.tell(servers.describe());
    new AgentFile(story, file).write(servers.file(), List.of(jar));
    story.keep(AgentFlag.ofFile(file));
    return ExitCode.NOTHING_WRONG;
  }

  /** The one that is given, or the nearest with a client id. */
  private ClientFile clientFile(File folder, File home, Map<String, String> environment) {
    if (mcpConfig != null) {
      ClientFile named = ClientFile.read(mcpConfig.getAbsoluteFile(), environment);
      if (named.servers().isEmpty()) {
        throw new UnusableInputException(named.useless());
      }
      return named;
    }
    List<ClientFile> found = ClientFile.in(folder, home, environment);
    return found.stream()
        .filter(each -> !each.servers().isEmpty())
        .findFirst()
        .orElseThrow(() -> new UnusableInputException(ClientFile.none(found, folder, home)));
  }

  private HealStory story() {
    if (spec == null) {
      throw new IllegalStateException("not run by the command line");
    }
    return new HealStory(spec.commandLine());
  }
}
