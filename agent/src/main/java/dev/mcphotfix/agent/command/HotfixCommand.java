package dev.mcphotfix.agent.command;

import dev.mcphotfix.agent.command.attach.AttachCommand;
import dev.mcphotfix.agent.command.attach.DetachCommand;
import dev.mcphotfix.agent.command.attach.ListCommand;
import dev.mcphotfix.agent.command.attach.ReloadCommand;
import dev.mcphotfix.agent.command.attach.StatusCommand;
import dev.mcphotfix.agent.command.attach.WitnessCommand;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.attach.heal.HealCommand;
import dev.mcphotfix.agent.command.check.CheckCommand;
import dev.mcphotfix.agent.command.configuration.ConfigurationArgument;
import dev.mcphotfix.agent.command.doctor.DoctorCommand;
import dev.mcphotfix.agent.command.repair.RepairCommand;
import dev.mcphotfix.agent.command.report.ReportCommand;
import dev.mcphotfix.agent.command.report.trace.TraceCommand;
import dev.mcphotfix.agent.command.scan.ScanCommand;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ScopeType;

/** What {@code java -jar mcp-oauth-hotfix-agent.jar} runs: the list of commands. */
@Command(
    name = "java -jar mcp-oauth-hotfix-agent.jar",
    description = {
      "The tools around an agent that adds a forgotten client_id to OAuth refresh",
      "requests. To run a client with the agent:",
      "",
      "  java -javaagent:mcp-oauth-hotfix-agent.jar=mcp-hotfix.json -jar the-client.jar"
    },
    subcommands = {
      HealCommand.class,
      CheckCommand.class,
      DoctorCommand.class,
      RepairCommand.class,
      ReportCommand.class,
      TraceCommand.class,
      ScanCommand.class,
      ListCommand.class,
      AttachCommand.class,
      StatusCommand.class,
      ReloadCommand.class,
      DetachCommand.class,
      WitnessCommand.class,
      HelpCommand.class,
    },
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = AgentVersion.class,
    synopsisHeading = "Usage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.NOTHING_WRONG + ":nothing is wrong",
      ExitCode.NEEDS_ATTENTION + ":something was found that needs attention",
      ExitCode.UNUSABLE_INPUT + ":wrong usage, or a file that cannot be read",
      ExitCode.INTERNAL_ERROR + ":internal error; -Dmcphotfix.debug shows where",
    },
    exitCodeOnInvalidInput = ExitCode.UNUSABLE_INPUT,
    exitCodeOnExecutionException = ExitCode.INTERNAL_ERROR)
public final class HotfixCommand {

  private HotfixCommand() {}

  /** Called once, by name, from the launch. Answers the exit code and never throws. */
  public static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  /** Its output and error writers may be replaced. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new HotfixCommand());
    line.setExecutionExceptionHandler(HotfixCommand::failed);
    line.setParameterExceptionHandler(Misuse::tell);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    PrintWriter errors = command.getErr();
    if (failure instanceof UnusableInputException || failure instanceof TargetException) {
      errors.println(command.getColorScheme().errorText(failure.getMessage()));
      return ExitCode.UNUSABLE_INPUT;
    }
    errors.println(command.getColorScheme().errorText("internal error: " + failure));
    if (System.getProperty(ConfigurationArgument.DEBUG) == null) {
      errors.println("Run it with java -Dmcphotfix.debug -jar ... to see where.");
    } else {
      failure.printStackTrace(errors);
    }
    return ExitCode.INTERNAL_ERROR;
  }
}
