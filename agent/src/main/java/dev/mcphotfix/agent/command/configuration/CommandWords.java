package dev.mcphotfix.agent.command.configuration;

import dev.mcphotfix.agent.config.Option;
import dev.mcphotfix.agent.config.json.Origin;
import java.util.Locale;

/** What the agent says of its options, for who has given them on a command line. */
final class CommandWords {

  private CommandWords() {}

  static String name(Option option) {
    return "--" + option.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As {@code --client-id: blank}: whoever gave that option knows of no agent argument. */
  static String of(String problem) {
    String text = problem;
    for (Option option : Option.values()) {
      text = text.replace(Origin.ARGUMENT + ": " + option.key() + ':', name(option) + ':');
    }
    return text.replace("give it as mcpConfig=", "give it as --mcp-config ")
        .replace("give url, tokenEndpoint or server", "give --url, --token-endpoint or --server")
        .replace("give clientId and url", "give --client-id and --url")
        .replace("that mcpConfig names", "that --mcp-config names")
        .replace("by mcpConfig=FILE", "by --mcp-config FILE")
        .replace("by its name alone", "by --config FILE")
        .replace("by clientId=ID,server=NAME", "by --client-id ID --server NAME")
        .replace("by clientId=ID,url=URL", "by --client-id ID --url URL");
  }
}
