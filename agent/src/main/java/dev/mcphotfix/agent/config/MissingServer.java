package dev.mcphotfix.agent.config;

import dev.mcphotfix.agent.config.json.Problems;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What is said where no server has a client id. */
public final class MissingServer {

  public static final String PROBLEM = "no server with an oauth.clientId is configured";

  private MissingServer() {}

  /**
   * What to do about it: it depends on what is given, since a file that is named already need not
   * be named.
   *
   * @param agentArgument the text after {@code -javaagent:JAR=}; null or empty where there is none
   */
  public static String remedy(
      @Nullable String agentArgument, Properties properties, Map<String, String> environment) {
    OptionValues options =
        new OptionValues(
            AgentArgument.parse(agentArgument, new Problems()), properties, environment);
    Setting<String> clients = options.find(Option.MCP_CONFIG);
    if (clients != null) {
      return "give the id of a server in "
          + clients.value()
          + " by clientId=ID,server=NAME, or another server by clientId=ID,url=URL";
    }
    Setting<String> own = options.find(Option.CONFIG);
    if (own != null) {
      return "add to "
          + own.value()
          + " the client's own file as \"mcpConfig\", or a server with its url and"
          + " oauth.clientId in \"mcpServers\"";
    }
    return "name the client's own file by mcpConfig=FILE, the agent's by its name alone, or the"
        + " server by clientId=ID,url=URL";
  }
}
