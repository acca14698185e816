package dev.mcphotfix.agent.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Writes files into one folder and starts the agent with them. */
final class Operator {

  static final List<String> HOOKS = List.of("jdk", "url-connection");

  private final Path folder;
  private final Properties properties = new Properties();
  private final Map<String, String> environment = new HashMap<>();

  Operator(Path folder) {
    this.folder = folder;
    properties.setProperty("user.home", folder.resolve("home").toString());
  }

  Operator file(String name, String... lines) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines));
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Operator property(String name, String value) {
    properties.setProperty(name, value);
    return this;
  }

  Operator environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  HotfixConfiguration starts(@Nullable String argument) throws InvalidConfigurationException {
    return ConfigurationReader.read(argument, properties, environment, HOOKS);
  }

  HotfixConfiguration startsWithFile(String... lines) throws InvalidConfigurationException {
    return file("mcp-hotfix.json", lines).starts(path("mcp-hotfix.json"));
  }

  /** The problems, with file names as if the folder were the working directory. */
  List<String> problems(String argument) {
    InvalidConfigurationException thrown =
        catchThrowableOfType(InvalidConfigurationException.class, () -> starts(argument));
    return relative(thrown.problems());
  }

  List<String> problemsOfFile(String... lines) {
    return file("mcp-hotfix.json", lines).problems(path("mcp-hotfix.json"));
  }

  List<String> relative(List<String> messages) {
    List<String> relative = new ArrayList<>();
    for (String message : messages) {
      relative.add(message.replace(folder + "/", ""));
    }
    return relative;
  }
}
