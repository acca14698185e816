package dev.mcphotfix.agent.command;

import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.Untrusted;
import dev.mcphotfix.agent.config.json.Spelling;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in a line or two what is wrong with the words of a command; help is a page, and hides it.
 */
final class Misuse {

  private Misuse() {}

  /** Tells it on stderr and answers the exit code. Without any word, the help is what is wanted. */
  static int tell(ParameterException wrong, String... arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter errors = command.getErr();
    errors.println(command.getColorScheme().errorText(Untrusted.line(message(wrong, command))));
    if (arguments.length == 0) {
      command.usage(errors);
    } else {
      errors.println("See " + command.getCommandSpec().qualifiedName() + " --help");
    }
    errors.flush();
    return ExitCode.UNUSABLE_INPUT;
  }

  private static String message(ParameterException wrong, CommandLine command) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return withoutException(String.valueOf(wrong.getMessage()));
    }
    String word = unmatched.getUnmatched().get(0);
    if (unmatched.isUnknownOption()) {
      return unknown("option", unmatched, options(command));
    }
    return command.getParent() == null
        ? unknown("command", unmatched, command.getSubcommands().keySet())
        : "one argument too many, " + Spelling.quoted(word);
  }

  /** A path that no file can have is told in the words of the JDK, behind the exception's name. */
  private static String withoutException(String message) {
    return message.replaceAll(
        " to interface [\\w.]+ \\([\\w.]+Exception: .*\\)", ": no file can have this name");
  }

  private static String unknown(
      String kind, UnmatchedArgumentException unmatched, Collection<String> known) {
    String word = unmatched.getUnmatched().get(0);
    return "unknown "
        + kind
        + ' '
        + Spelling.quoted(word)
        + "; "
        + Spelling.among(nearest(word, unmatched.getSuggestions()), known);
  }

  /** The last word of the best suggestion; the word itself where there is none. */
  private static String nearest(String word, List<String> suggestions) {
    String best = suggestions.isEmpty() ? word : suggestions.get(0);
    return best.substring(best.lastIndexOf(' ') + 1);
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().optionsMap().keySet().stream()
        .filter(name -> name.startsWith("--"))
        .sorted()
        .toList();
  }
}
