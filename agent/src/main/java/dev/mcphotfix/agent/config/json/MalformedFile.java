package dev.mcphotfix.agent.config.json;

import tools.jackson.core.JacksonException;

/**
 * A file that is not the JSON that was expected, and what the operator can do about it. Loaded when
 * there is one.
 */
final class MalformedFile {

  private final String file;
  private final byte[] content;
  private final Problems problems;

  MalformedFile(String file, byte[] content, Problems problems) {
    this.file = file;
    this.content = content;
    this.problems = problems;
  }

  /** Without the parser's own words: they may repeat what stands in the file. */
  InvalidConfigurationException notParsed(JacksonException e) {
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    boolean escape = String.valueOf(e.getOriginalMessage()).contains("character escape");
    return escape
        ? at(line, "not valid JSON; write a backslash as \\\\, as in \"C:\\\\Users\"")
        : otherFormatOr(
            line,
            "not valid JSON; look for a missing or extra comma, quote or bracket here or above");
  }

  /** Names the format that it is in, else says that message. */
  InvalidConfigurationException otherFormatOr(int line, String message) {
    String format = ForeignFormat.of(file, content);
    if (ForeignFormat.TOML.equals(format)) {
      return at(
          line,
          "this is TOML, which the agent does not read; the command check mcpConfig="
              + file
              + " prints the JSON to give it instead");
    }
    return at(
        line,
        format == null
            ? message
            : "this is "
                + format
                + "; expected JSON, as {\"mcpServers\": {\"NAME\": {\"url\": \"URL\", \"oauth\":"
                + " {\"clientId\": \"ID\"}}}}");
  }

  InvalidConfigurationException at(int line, String message) {
    return problems.fatal(Origin.file(file, line) + ": " + message);
  }
}
