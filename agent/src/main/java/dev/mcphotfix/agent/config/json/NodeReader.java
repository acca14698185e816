package dev.mcphotfix.agent.config.json;

import dev.mcphotfix.agent.config.json.Node.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads JSON with comments. This class and its callers for files are the only ones here that load
 * the parser, which costs more than the rest of a start together.
 */
public final class NodeReader implements AutoCloseable {

  private static final int LARGEST = 8 << 20;

  /** Hosts keep their history beside their servers. */
  private static final int LARGEST_OF_HOST = 64 << 20;

  private final InputFile file;
  private final Problems problems;
  private final JsonParser parser;
  private final boolean strict;

  private NodeReader(InputFile file, boolean strict, Problems problems)
      throws InvalidConfigurationException {
    byte[] content = file.read(strict ? LARGEST : LARGEST_OF_HOST, problems);
    this.file = file;
    this.strict = strict;
    this.problems = problems;
    this.parser =
        JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build()
            .createParser(ObjectReadContext.empty(), content);
  }

  /** The whole of the agent's own file, an object. */
  public static Node read(InputFile file, Problems problems) throws InvalidConfigurationException {
    return read(file, true, problems);
  }

  /** The servers in a file of the host's, at its top and in its projects; the rest is skipped. */
  public static Node readServers(InputFile file, Problems problems)
      throws InvalidConfigurationException {
    return read(file, false, problems);
  }

  private static Node read(InputFile file, boolean strict, Problems problems)
      throws InvalidConfigurationException {
    try (NodeReader reader = new NodeReader(file, strict, problems)) {
      return reader.document();
    }
  }

  private Node document() throws InvalidConfigurationException {
    try {
      Node root = root();
      if (!strict) {
        fillServers(root, 0);
        return root;
      }
      fill(root);
      if (parser.nextToken() != null) {
        throw malformed(parser.currentTokenLocation().getLineNr(), "text after the JSON object");
      }
      return root;
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private Node root() throws InvalidConfigurationException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw problems.fatal(file.shown() + ": holds no JSON; expected a JSON object");
    }
    int line = parser.currentTokenLocation().getLineNr();
    if (token != JsonToken.START_OBJECT) {
      throw malformed(line, "expected a JSON object, found something else");
    }
    return Node.root(file.shown(), line, Kind.OBJECT);
  }

  /**
   * Reads on to the end of an object of the host's that may hold servers.
   *
   * @param depth 0 at the top of the file, 1 among its projects, 2 in one of these
   */
  private void fillServers(Node object, int depth) {
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      int line = parser.currentTokenLocation().getLineNr();
      boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
      if (isObject && depth != 1 && name.equals("mcpServers")) {
        object.put(value(object, name, line));
      } else if (isObject && (depth == 1 || (depth == 0 && name.equals("projects")))) {
        Node child = object.child(name, line, Kind.OBJECT, "");
        object.put(child);
        fillServers(child, depth + 1);
      } else {
        parser.skipChildren();
      }
    }
  }

  /** Reads on to the end of an object. */
  private void fill(Node object) {
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      int line = parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      Node member = value(object, name, line);
      if (!object.put(member) && strict) {
        member.problem("given twice", problems);
      }
    }
  }

  private void fillElements(Node array) {
    int index = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String name = "[".concat(Integer.toString(index++)).concat("]");
      array.put(value(array, name, parser.currentTokenLocation().getLineNr()));
    }
  }

  private Node value(Node parent, String name, int line) {
    JsonToken token = parser.currentToken();
    Kind kind = kind(token);
    Node node = parent.child(name, line, kind, kind == Kind.STRING ? parser.getString() : "");
    if (kind == Kind.OBJECT) {
      fill(node);
    } else if (kind == Kind.ARRAY) {
      fillElements(node);
    }
    return node;
  }

  private static Kind kind(@Nullable JsonToken token) {
    if (token == JsonToken.VALUE_STRING) {
      return Kind.STRING;
    }
    if (token == JsonToken.START_OBJECT) {
      return Kind.OBJECT;
    }
    if (token == JsonToken.START_ARRAY) {
      return Kind.ARRAY;
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return Kind.BOOLEAN;
    }
    return token == JsonToken.VALUE_NULL ? Kind.NULL : Kind.NUMBER;
  }

  /** Without the parser's own words: they may repeat what stands in the file. */
  private InvalidConfigurationException malformed(JacksonException e) {
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    return malformed(
        line, "not valid JSON; look for a missing or extra comma, quote or bracket here or above");
  }

  private InvalidConfigurationException malformed(int line, String message) {
    return problems.fatal(Origin.file(file.shown(), line) + ": " + message);
  }

  @Override
  public void close() {
    parser.close();
  }
}
