package dev.mcphotfix.agent.config;

import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.json.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The options as given outside files: agent argument, then system property, then environment. */
final class OptionValues {

  private final Map<Option, String> argument;
  private final Properties properties;
  private final Map<String, String> environment;

  OptionValues(
      Map<Option, String> argument, Properties properties, Map<String, String> environment) {
    this.argument = argument;
    this.properties = properties;
    this.environment = environment;
  }

  /** The strongest value and its origin; null where the option is given nowhere. */
  @Nullable Setting<String> find(Option option) {
    String value = argument.get(option);
    if (value != null) {
      return new Setting<>(value, Origin.ARGUMENT);
    }
    value = properties.getProperty(option.property());
    if (value != null) {
      return new Setting<>(value, Origin.property(option.property()));
    }
    value = environment.get(option.environment());
    // Unsetting a variable of a service is often written as setting it to nothing.
    return value == null || value.isEmpty()
        ? null
        : new Setting<>(value, Origin.environment(option.environment()));
  }

  /**
   * Names properties and variables that look like options but are none. Only a warning: whoever
   * sets variables for a whole machine may mean another version of the agent.
   */
  void warnOfUnknown(List<String> warnings) {
    for (Object property : properties.keySet()) {
      if (property instanceof String name && name.startsWith(Option.PROPERTY_PREFIX)) {
        warn("system property ", name, false, warnings);
      }
    }
    for (String name : environment.keySet()) {
      if (name.startsWith(Option.ENVIRONMENT_PREFIX)) {
        warn("environment ", name, true, warnings);
      }
    }
  }

  private static void warn(String kind, String name, boolean variable, List<String> warnings) {
    List<String> known = new ArrayList<>();
    for (Option option : Option.values()) {
      known.add(variable ? option.environment() : option.property());
    }
    if (!known.contains(name)) {
      warnings.add(kind + name + ": unknown option; " + Spelling.hint(name, known));
    }
  }
}
