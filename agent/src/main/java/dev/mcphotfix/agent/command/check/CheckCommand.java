package dev.mcphotfix.agent.command.check;

import dev.mcphotfix.agent.command.classpath.ClassPath;
import dev.mcphotfix.agent.command.classpath.UnreadFiles;
import dev.mcphotfix.agent.command.configuration.ConfigurationArgument;
import dev.mcphotfix.agent.command.configuration.ConfigurationFindings;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.command.terminal.Output;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what the agent would make of a configuration and, with a class path, of an application. */
@Command(
    name = "check",
    description = {
      "Checks a configuration and, with a class path, which methods the agent would weave.",
      "The application is not started and none of its classes is loaded."
    })
public final class CheckCommand implements Callable<Integer> {

  @Mixin private final ConfigurationArgument argument = new ConfigurationArgument();
  @Mixin private final Output output = new Output();

  @Option(
      names = {"-cp", "--classpath"},
      paramLabel = "PATH",
      description =
          "jars and folders of the application, as java -cp takes them; also jars inside jars (may"
              + " be repeated)")
  private List<String> classPath = new ArrayList<>();

  @Option(
      names = {"-v", "--verbose"},
      description = "shows the values that nobody has set, too")
  private boolean verbose;

  @Override
  public Integer call() {
    Findings findings = new Findings();
    try {
      HotfixConfiguration configuration = argument.read();
      ConfigurationFindings.add(
          configuration, verbose || output.isJson(), argument.remedy(), findings);
      ConfigurationFindings.addToml(argument.toml(), configuration, Finding::problem, findings);
      if (!classPath.isEmpty()) {
        checkHooks(configuration, findings);
      } else if (!configuration.rules().isEmpty()) {
        findings.add(
            "Rules", Finding.note("not looked for in an application", "name it: --classpath"));
      }
      findings.conclude(
          count(configuration.servers().size(), "server")
              + ", "
              + count(configuration.rules().size(), "rule")
              + ", "
              + count(findings.problems(), "problem"));
    } catch (InvalidConfigurationException invalid) {
      ConfigurationFindings.add(invalid, findings);
      findings.conclude(count(findings.problems(), "problem"));
    }
    return output.print(findings);
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private void checkHooks(HotfixConfiguration configuration, Findings findings) {
    UnreadFiles unread = new UnreadFiles();
    try (ClassPath opened = new ClassPath(unread)) {
      for (String list : classPath) {
        for (String entry : list.split(File.pathSeparator, -1)) {
          add(entry, opened);
        }
      }
      HookFindings.add(HookCheck.of(configuration, opened), findings);
      HookFindings.addUnhooked(opened, findings);
    } catch (IOException e) {
      throw new UnusableInputException(String.valueOf(e.getMessage()));
    }
    unread.lines().forEach(line -> findings.add("Class path", Finding.note(line)));
  }

  private static void add(String entry, ClassPath opened) {
    boolean all = entry.endsWith("/*") || entry.endsWith(File.separator + "*");
    File folder = new File(all ? entry.substring(0, entry.length() - 2) : entry);
    try {
      if (all && folder.isDirectory()) {
        opened.addJarsIn(folder);
      } else if (!entry.isBlank()) {
        opened.add(new File(entry));
      }
    } catch (IOException e) {
      throw new UnusableInputException(entry + ": " + e.getMessage() + "; correct the class path");
    }
  }
}
