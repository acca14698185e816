package dev.mcphotfix.agent.config.json;

/**
 * Where a value comes from, in the words that the operator reads: {@code agent argument}, {@code
 * system property mcphotfix.mode}, {@code environment MCP_HOTFIX_MODE}, {@code mcp-hotfix.json:3}
 * or {@code default}.
 */
public record Origin(String text) {

  public static final Origin ARGUMENT = new Origin("agent argument");
  public static final Origin DEFAULT = new Origin("default");

  public static Origin property(String name) {
    return new Origin("system property ".concat(name));
  }

  public static Origin environment(String name) {
    return new Origin("environment ".concat(name));
  }

  public static Origin file(String file, int line) {
    return new Origin(file.concat(":").concat(Integer.toString(line)));
  }

  @Override
  public String toString() {
    return text;
  }
}
