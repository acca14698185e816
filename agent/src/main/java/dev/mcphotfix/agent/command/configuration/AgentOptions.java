package dev.mcphotfix.agent.command.configuration;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.MissingServer;
import dev.mcphotfix.agent.config.Option;
import dev.mcphotfix.agent.config.WitnessTime;
import dev.mcphotfix.agent.config.json.InputFile;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import java.io.File;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/**
 * The agent's options on the command line, all of them: {@code clientId} is {@code --client-id}.
 * Their text for the agent names each file by its absolute path, since the other JVM runs in
 * another folder.
 */
@Command
public final class AgentOptions {

  private static final List<Option> FILES = List.of(Option.CONFIG, Option.MCP_CONFIG);

  /** Given without a value, they are on. */
  private static final List<Option> SWITCHES = List.of(Option.WITNESS, Option.TRACE);

  private final Map<Option, OptionSpec> options = new EnumMap<>(Option.class);
  private @Nullable OptionSpec time;

  /** Gives them to the command whose mixin this is. */
  @Spec(Spec.Target.MIXEE)
  void addTo(CommandSpec command) {
    for (Option option : Option.values()) {
      OptionSpec.Builder spec =
          spec(
              CommandWords.name(option),
              FILES.contains(option) ? "FILE" : "VALUE",
              option.description());
      if (SWITCHES.contains(option)) {
        spec.arity("0..1").fallbackValue("on").preprocessor(AgentOptions::onWithoutValue);
      }
      options.put(option, add(spec, command));
    }
    time = add(spec("--for", "TIME", "ends the witness by itself, after 30s or 10m"), command);
  }

  private static OptionSpec.Builder spec(String name, String label, String description) {
    return OptionSpec.builder(name).type(String.class).paramLabel(label).description(description);
  }

  private static OptionSpec add(OptionSpec.Builder builder, CommandSpec command) {
    OptionSpec spec = builder.build();
    command.addOption(spec);
    return spec;
  }

  /** What stands behind it may be the PID. */
  private static boolean onWithoutValue(
      Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> found) {
    String next = arguments.isEmpty() ? "" : arguments.peek();
    boolean value = !next.startsWith("-") && !next.chars().allMatch(Character::isDigit);
    if (value || "=".equals(found.get("separator"))) {
      return false;
    }
    option.setValue("on");
    return true;
  }

  /** What would stand after {@code -javaagent:JAR=}; empty where nothing is given. */
  public String text() {
    List<String> words = new ArrayList<>();
    for (Option option : Option.values()) {
      String value = value(option);
      if (value != null) {
        words.add(option.key() + '=' + value.replace(",", "\\,"));
      }
    }
    return String.join(",", words);
  }

  /** The files that the agent will read, by their absolute paths. */
  public List<String> files() {
    return FILES.stream().map(this::value).filter(Objects::nonNull).toList();
  }

  /**
   * Reads the configuration as the agent will.
   *
   * @param environment that of the other JVM
   * @throws UnusableInputException where a file is not there
   */
  public HotfixConfiguration read(Map<String, String> environment)
      throws InvalidConfigurationException {
    for (String file : files()) {
      if (new File(file).isDirectory()) {
        throw new UnusableInputException(file + ": a directory; name the file in it");
      }
      if (!new File(file).isFile()) {
        throw new UnusableInputException(file + ": no such file; nothing was touched");
      }
    }
    try {
      return ConfigurationReader.read(text(), new Properties(), environment, BuiltInHooks.names());
    } catch (InvalidConfigurationException e) {
      throw new InvalidConfigurationException(e.problems().stream().map(CommandWords::of).toList());
    }
  }

  /** What to do where {@link #read} finds no server with an id. */
  public String remedy(Map<String, String> environment) {
    return CommandWords.of(MissingServer.remedy(text(), new Properties(), environment));
  }

  private @Nullable String value(Option option) {
    String given = given(options.get(option));
    if (option == Option.WITNESS) {
      return witness(given, given(time));
    }
    if (given == null) {
      return null;
    }
    if (option == Option.LOG) {
      return absoluteLog(given);
    }
    return FILES.contains(option) ? absolute(given) : given;
  }

  private static @Nullable String given(@Nullable OptionSpec spec) {
    return spec == null ? null : spec.getValue();
  }

  private static @Nullable String witness(@Nullable String given, @Nullable String time) {
    if (time == null) {
      return given;
    }
    WitnessTime limit = WitnessTime.parse(time);
    if (limit == null || !limit.isLimited()) {
      throw new UnusableInputException("--for: " + WitnessTime.expectedTime(time));
    }
    if (given == null || given.equals("off")) {
      throw new UnusableInputException("--for is the time of a witness; add --witness");
    }
    return time;
  }

  private static String absoluteLog(String log) {
    int colon = log.indexOf(':') + 1;
    return log.startsWith("file:") || log.startsWith("json:")
        ? log.substring(0, colon) + absolute(log.substring(colon))
        : log;
  }

  private static String absolute(String name) {
    return InputFile.resolve(name, null, System.getProperty("user.home", ""))
        .toPath()
        .normalize()
        .toString();
  }
}
