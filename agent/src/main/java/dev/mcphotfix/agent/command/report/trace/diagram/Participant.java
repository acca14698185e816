package dev.mcphotfix.agent.command.report.trace.diagram;

/** Who has a line of life in a diagram, from the left to the right. */
enum Participant {
  RECORDS("Records", "Records"),
  CLIENT("Client", "Client"),
  AGENT("Agent", "Agent"),
  MCP_SERVER("MCP server", "MCP server"),
  AUTHORIZATION_SERVER("Authorization server", "Auth. server");

  private final String text;
  private final String shortText;

  Participant(String text, String shortText) {
    this.text = text;
    this.shortText = shortText;
  }

  String text(boolean narrow) {
    return narrow ? shortText : text;
  }
}
