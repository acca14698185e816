package dev.mcphotfix.agent.command.configuration;

import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.config.json.Node;
import dev.mcphotfix.agent.config.json.Node.Kind;
import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.json.Problems;
import io.github.wasabithumb.jtoml.except.TomlException;
import io.github.wasabithumb.jtoml.expression.Expression;
import io.github.wasabithumb.jtoml.expression.KeyValueExpression;
import io.github.wasabithumb.jtoml.expression.TableExpression;
import io.github.wasabithumb.jtoml.io.ExpressionReader;
import io.github.wasabithumb.jtoml.io.source.BufferedCharSource;
import io.github.wasabithumb.jtoml.key.TomlKey;
import io.github.wasabithumb.jtoml.option.JTomlOptions;
import io.github.wasabithumb.jtoml.value.TomlValue;
import io.github.wasabithumb.jtoml.value.array.TomlArray;
import io.github.wasabithumb.jtoml.value.table.TomlTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Makes of a TOML document what is made of a JSON one, each key with its line. It is read key by
 * key, since a whole document of the parser's has no lines, and its errors have wrong ones.
 */
final class TomlTree {

  private final String file;
  private final CountedLines source;
  private final Problems problems;
  private final Node root;
  private final Set<Node> headed = Collections.newSetFromMap(new IdentityHashMap<>());

  /** To which keys belong. */
  private Node table;

  /** At which the key or the header begins that is read. */
  private int line = 1;

  TomlTree(String file, String text, Problems problems) {
    this.file = file;
    this.source = new CountedLines(text);
    this.problems = problems;
    this.root = Node.root(file, 1, Kind.OBJECT);
    this.table = root;
  }

  /** The tree; where it is no TOML, a problem with its line that says what to look for. */
  Node read() throws InvalidConfigurationException {
    try (ExpressionReader reader =
        new ExpressionReader(new BufferedCharSource(source), JTomlOptions.defaults())) {
      Expression expression = reader.readExpression();
      while (expression != null) {
        accept(expression);
        line = source.line();
        expression = reader.readExpression();
      }
      return root;
    } catch (TomlException | IllegalArgumentException e) {
      // Without the parser's own words: they may repeat what stands in the file.
      throw fatal("not valid TOML; look for a missing quote, bracket or \"=\" in what begins here");
    } catch (StackOverflowError e) {
      throw fatal("nested too deeply; is this the right file?");
    }
  }

  private void accept(Expression expression) throws InvalidConfigurationException {
    if (expression.isTable()) {
      open(expression.asTable());
    } else if (expression.isKeyValue()) {
      KeyValueExpression pair = expression.asKeyValue();
      List<String> key = new ArrayList<>(pair.key());
      String last = key.remove(key.size() - 1);
      Node parent = descend(table, key);
      put(parent, value(parent, last, pair.value()));
    }
  }

  /** As {@code [mcp_servers.NAME]}, or {@code [[NAME]]}, which begins one more element. */
  private void open(TableExpression header) throws InvalidConfigurationException {
    List<String> key = new ArrayList<>(header.key());
    if (!header.isArray()) {
      table = descend(root, key);
      if (!headed.add(table)) {
        throw twice(table);
      }
      return;
    }
    String last = key.remove(key.size() - 1);
    Node parent = descend(root, key);
    Node known = parent.member(last);
    Node array = known == null ? parent.child(last, line, Kind.ARRAY, "") : known;
    if (!array.is(Kind.ARRAY)) {
      throw twice(array);
    }
    parent.put(array);
    table = array.child("[" + array.children().size() + "]", line, Kind.OBJECT, "");
    array.put(table);
  }

  /** The table of that name below another one, which is made where it is missing. */
  private Node descend(Node from, List<String> key) throws InvalidConfigurationException {
    Node node = from;
    for (String name : key) {
      Node known = node.member(name);
      Node next = known == null ? node.child(name, line, Kind.OBJECT, "") : lastOf(known);
      if (!next.is(Kind.OBJECT)) {
        throw twice(next);
      }
      if (known == null) {
        node.put(next);
      }
      node = next;
    }
    return node;
  }

  /** A key below an array of tables means the last of these. */
  private static Node lastOf(Node node) {
    Node last = node;
    if (node.is(Kind.ARRAY)) {
      for (Node element : node.children()) {
        last = element;
      }
    }
    return last;
  }

  private void put(Node parent, Node child) throws InvalidConfigurationException {
    Node known = parent.member(child.name());
    if (known != null) {
      throw twice(known);
    }
    parent.put(child);
  }

  private Node value(Node parent, String name, TomlValue value) {
    if (value.isTable()) {
      return members(parent.child(name, line, Kind.OBJECT, ""), value.asTable());
    }
    if (value.isArray()) {
      return elements(parent.child(name, line, Kind.ARRAY, ""), value.asArray());
    }
    if (value.asPrimitive().isString()) {
      return parent.child(name, line, Kind.STRING, value.asPrimitive().asString());
    }
    boolean isBoolean = value.asPrimitive().isBoolean();
    return parent.child(name, line, isBoolean ? Kind.BOOLEAN : Kind.NUMBER, "");
  }

  private Node members(Node node, TomlTable table) {
    for (TomlKey key : table.keys(false)) {
      TomlValue member = table.get(key);
      if (member != null) {
        node.put(value(node, key.get(0), member));
      }
    }
    return node;
  }

  private Node elements(Node node, TomlArray array) {
    for (int i = 0; i < array.size(); i++) {
      node.put(value(node, "[" + i + "]", array.get(i)));
    }
    return node;
  }

  private InvalidConfigurationException twice(Node node) {
    return fatal(node.path() + ": given twice, at line " + node.line() + " too; remove one");
  }

  private InvalidConfigurationException fatal(String message) {
    return problems.fatal(Origin.file(file, line) + ": " + message);
  }
}
