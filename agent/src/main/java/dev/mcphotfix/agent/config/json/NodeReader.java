package dev.mcphotfix.agent.config.json;

import dev.mcphotfix.agent.config.json.Node.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads JSON with comments. This class and its callers for files are the only ones here that load
 * the parser, which costs more than the rest of a start together.
 */
public final class NodeReader implements AutoCloseable {

  private static final int LARGEST = 8 << 20;

  /** Of a file of the host's, in bytes: hosts keep their history beside their servers. */
  public static final int LARGEST_OF_HOST = 64 << 20;

  private final String file;
  private final Problems problems;
  private final JsonParser parser;

  /** Of the file; empty where a text in one is read. */
  private final byte[] content;

  /** Null where nothing may be skipped, or be there twice. */
  private final @Nullable List<String> words;

  /** In the file, above the text that is read. */
  private final int linesAbove;

  private NodeReader(InputFile file, @Nullable List<String> words, Problems problems)
      throws InvalidConfigurationException {
    this.content = file.read(words == null ? LARGEST : LARGEST_OF_HOST, problems);
    this.file = file.shown();
    this.words = words;
    this.problems = problems;
    this.linesAbove = 0;
    this.parser = FileParser.of(content);
  }

  private NodeReader(Node text, String json) {
    this.file = "";
    this.words = List.of();
    this.problems = new Problems();
    this.content = new byte[0];
    this.linesAbove = text.line() - 1;
    this.parser = FileParser.of(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The whole of the agent's own file, an object. */
  public static Node read(InputFile file, Problems problems) throws InvalidConfigurationException {
    return read(file, null, problems);
  }

  /**
   * The servers in a file of the host's, at its top and in its projects; the rest is skipped.
   *
   * @param words what the servers may stand under; none where all objects at the top are wanted
   */
  public static Node readServers(InputFile file, List<String> words, Problems problems)
      throws InvalidConfigurationException {
    return read(file, words, problems);
  }

  /** The object in a text that stands in a file; null where there is none in it. */
  public static @Nullable Node readText(Node text) {
    String json = text.string();
    if (json == null) {
      return null;
    }
    try (NodeReader reader = new NodeReader(text, json)) {
      return reader.parser.nextToken() == JsonToken.START_OBJECT
          ? reader.value(text, "", reader.line())
          : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static Node read(InputFile file, @Nullable List<String> words, Problems problems)
      throws InvalidConfigurationException {
    try (NodeReader reader = new NodeReader(file, words, problems)) {
      return reader.document();
    }
  }

  private Node document() throws InvalidConfigurationException {
    try {
      Node root = root();
      if (words != null && !words.isEmpty()) {
        fillServers(root, words, 0);
        return root;
      }
      fill(root);
      if (words == null && parser.nextToken() != null) {
        throw malformed().at(line(), "text after the JSON object");
      }
      return root;
    } catch (JacksonException e) {
      throw malformed().notParsed(e);
    }
  }

  private Node root() throws InvalidConfigurationException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw problems.fatal(file + ": holds no JSON; expected a JSON object");
    }
    int line = line();
    if (token != JsonToken.START_OBJECT) {
      throw malformed().otherFormatOr(line, "expected a JSON object, found something else");
    }
    return Node.root(file, line, Kind.OBJECT);
  }

  /**
   * Reads on to the end of an object of the host's that may hold servers.
   *
   * @param depth 0 at the top of the file, 1 among its projects, 2 in one of these
   */
  private void fillServers(Node object, List<String> words, int depth) {
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      int line = line();
      boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
      if (isObject && depth != 1 && words.contains(name)) {
        object.put(value(object, name, line));
      } else if (isObject && (depth == 1 || (depth == 0 && name.equals("projects")))) {
        Node child = object.child(name, line, Kind.OBJECT, "");
        object.put(child);
        fillServers(child, words, depth + 1);
      } else {
        parser.skipChildren();
      }
    }
  }

  /** Reads on to the end of an object. */
  private void fill(Node object) {
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      int line = line();
      parser.nextToken();
      Node member = value(object, name, line);
      if (!object.put(member) && words == null) {
        member.problem("given twice", problems);
      }
    }
  }

  private void fillElements(Node array) {
    int index = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String name = "[".concat(Integer.toString(index++)).concat("]");
      array.put(value(array, name, line()));
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

  private int line() {
    return linesAbove + parser.currentTokenLocation().getLineNr();
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

  private MalformedFile malformed() {
    return new MalformedFile(file, content, problems);
  }

  @Override
  public void close() {
    parser.close();
  }
}
