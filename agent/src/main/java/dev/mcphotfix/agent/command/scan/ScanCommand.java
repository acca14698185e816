package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.log.WitnessedMethods;
import dev.mcphotfix.agent.command.scan.application.Progress;
import dev.mcphotfix.agent.command.scan.candidate.Seen;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.JsonOutput;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.File;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the methods of an application that rules should name. */
@Command(
    name = "scan",
    customSynopsis = "java -jar mcp-oauth-hotfix-agent.jar scan [OPTIONS] JAR|DIR...",
    description = {
      "Finds the methods that save, load and refresh credentials.",
      "Prints a file for the agent with rules for them, the most likely first, and",
      "what speaks for each; what else may be meant goes to stderr. Nothing of the",
      "application is run.",
      "",
      "  java -jar mcp-oauth-hotfix-agent.jar scan the-client.jar > mcp-hotfix.json"
    },
    exitCodeList = {
      ExitCode.NOTHING_WRONG + ":there are rules, and everything was read",
      ExitCode.NEEDS_ATTENTION + ":there is no rule to propose, or something was left out",
      ExitCode.UNUSABLE_INPUT + ":wrong usage, or no class file was found",
      ExitCode.INTERNAL_ERROR + ":internal error; -Dmcphotfix.debug shows where",
    })
public final class ScanCommand implements Callable<Integer> {

  private static final String FILL_IN =
      "The file names no server yet: fill them in, or have scan do it by --config FILE or"
          + " --mcp-config FILE.";

  @Parameters(
      arity = "1..*",
      paramLabel = "JAR|DIR",
      description = "jars, wars, class files, or folders with any of these")
  private List<File> paths = List.of();

  @Option(
      names = "--mcp-config",
      paramLabel = "FILE",
      description = "the client's own file that has mcpServers, to be named in what is printed")
  private @Nullable String mcpConfig;

  @Option(
      names = "--config",
      paramLabel = "CONFIG",
      description =
          "what names the servers, as check takes it: they are filled in, and the file is checked")
  private @Nullable String config;

  @Option(
      names = "--without-hooks",
      description = "rules for what the built-in hooks see, too, which are switched off")
  private boolean withoutHooks;

  @Option(
      names = "--trace",
      paramLabel = "LOG",
      description =
          "a log with witness=on of that client: what was seen of it comes first; - is standard"
              + " input")
  private @Nullable String trace;

  @Option(names = "--json", description = "print all candidates with their scores, as JSON")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("not run by the command line");
    }
    List<String> servers = new NamedServers(config, mcpConfig).lines();
    Seen seen = trace == null ? Seen.NOTHING : new Seen(WitnessedMethods.of(List.of(trace)));
    PrintWriter errors = spec.commandLine().getErr();
    ScanResult result = ScanResult.of(paths, !withoutHooks, seen, progress(errors));
    result.problems().forEach(errors::println);
    if (result.classes() == 0) {
      throw new UnusableInputException(
          "no class file was found; name the application's jar, or the folder with its jars");
    }
    if (json) {
      JsonOutput.write(spec.commandLine().getOut(), result.data());
    }
    boolean sound = json || print(result, servers, spec.commandLine());
    boolean complete = result.hasRules() && result.problems().isEmpty() && sound;
    return complete ? ExitCode.NOTHING_WRONG : ExitCode.NEEDS_ATTENTION;
  }

  /** The file on the output, all else beside it; whether the file is sound, if that was asked. */
  private boolean print(ScanResult result, List<String> servers, CommandLine line) {
    List<String> names = paths.stream().map(File::getName).toList();
    List<String> file = result.configuration(names, servers);
    file.forEach(line.getOut()::println);
    line.getOut().flush();
    result.remarks().forEach(line.getErr()::println);
    if (config == null && mcpConfig == null) {
      line.getErr().println(FILL_IN);
    }
    return config == null || FileCheck.of(file, paths, line) == ExitCode.NOTHING_WRONG;
  }

  /** Where output goes to a file or another program, a bar would be in the way. */
  private static Progress progress(PrintWriter errors) {
    return Ansi.AUTO.enabled() ? new ProgressBar(errors) : Progress.NONE;
  }
}
