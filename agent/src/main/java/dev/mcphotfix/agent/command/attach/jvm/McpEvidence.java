package dev.mcphotfix.agent.command.attach.jvm;

import dev.mcphotfix.agent.command.terminal.Untrusted;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Why a JVM looks like an MCP client: the names of its libraries and what it is given to read. */
final class McpEvidence {

  private static final int MOST = 3;

  /** An MCP library of its own or of a framework's; this agent's own jar is none. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "mcp(-(core|sdk|json|spring|annotations)[a-z0-9-]*)?(-\\d.*)?\\.jar"
              + "|kotlin-sdk-(client|core|jvm|client-jvm|core-jvm)(-\\d.*)?\\.jar"
              + "|spring-ai-.*mcp.*\\.jar"
              + "|(quarkus-)?langchain4j-mcp.*\\.jar"
              + "|koog-.*\\.jar|agents-(features-)?mcp.*\\.jar"
              + "|(?!mcp-oauth-hotfix)(.*-)?mcp(-.*)?\\.jar");

  private static final Pattern COORDINATES = Pattern.compile("io[./]modelcontextprotocol[./]");
  private static final List<String> ARGUMENTS = List.of(".mcp.json", "mcpServers", "mcp-config");

  private McpEvidence() {}

  /**
   * @param jars paths or names of what it loads classes from
   * @param arguments what its program is given, of which nothing is repeated
   */
  static List<String> of(Collection<String> jars, Collection<String> arguments) {
    Set<String> evidence = new LinkedHashSet<>();
    for (String jar : jars) {
      String name = JavaCommand.fileName(jar);
      if (LIBRARY.matcher(name.toLowerCase(Locale.ROOT)).matches()
          || COORDINATES.matcher(jar).find()) {
        evidence.add(name);
      }
    }
    for (String word : ARGUMENTS) {
      if (arguments.stream().anyMatch(argument -> argument.contains(word))) {
        evidence.add("an argument names " + word);
      }
    }
    return evidence.stream().limit(MOST).map(Untrusted::name).toList();
  }
}
