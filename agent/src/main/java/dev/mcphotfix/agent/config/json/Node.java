package dev.mcphotfix.agent.config.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows where it stands, so that a message can name file, line and key.
 *
 * <p>The elements of an array are kept like members, as {@code [0]}, {@code [1]} and so on.
 */
public final class Node {

  /** The kinds of JSON values (RFC 8259 section 3), in words. */
  public enum Kind {
    OBJECT("an object"),
    ARRAY("an array"),
    STRING("a string"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    NULL("null");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final @Nullable Node parent;
  private final String name;
  private final String file;
  private final int line;
  private final Kind kind;
  private final String text;
  private final Map<String, Node> members = new LinkedHashMap<>();

  private Node(@Nullable Node parent, String name, String file, int line, Kind kind, String text) {
    this.parent = parent;
    this.name = name;
    this.file = file;
    this.line = line;
    this.kind = kind;
    this.text = text;
  }

  public static Node root(String file, int line, Kind kind) {
    return new Node(null, "", file, line, kind, "");
  }

  /** One below this, which does not have it before it is {@linkplain #put put} there. */
  public Node child(String childName, int childLine, Kind childKind, String childText) {
    return new Node(this, childName, file, childLine, childKind, childText);
  }

  /** Adds a child; answers false where there is one of that name already, which is replaced. */
  public boolean put(Node child) {
    return members.put(child.name, child) == null;
  }

  public String name() {
    return name;
  }

  public Collection<Node> children() {
    return members.values();
  }

  public @Nullable Node member(String key) {
    return members.get(key);
  }

  public boolean is(Kind expected) {
    return kind == expected;
  }

  /** The text of a string; null where this is something else. */
  public @Nullable String string() {
    return kind == Kind.STRING ? text : null;
  }

  /** The text of that member; null where there is none or where it is no string. */
  public @Nullable String string(String key) {
    Node member = members.get(key);
    return member == null ? null : member.string();
  }

  /** The text of that member; null, and a problem unless it is absent, where it is no string. */
  public @Nullable String string(String key, Problems problems) {
    Node member = members.get(key);
    return member != null && member.expect(Kind.STRING, problems) ? member.text : null;
  }

  /** That member, where it is of that kind; null, and a problem unless it is absent, otherwise. */
  public @Nullable Node member(String key, Kind expected, Problems problems) {
    Node member = members.get(key);
    return member != null && member.expect(expected, problems) ? member : null;
  }

  /** Whether this is of that kind; a problem where it is not. */
  public boolean expect(Kind expected, Problems problems) {
    if (kind != expected) {
      problem("expected " + expected.words + ", found " + kind.words, problems);
    }
    return kind == expected;
  }

  /** How many members are none of these. */
  public int unknown(List<String> known) {
    int unknown = 0;
    for (String name : members.keySet()) {
      unknown += known.contains(name) ? 0 : 1;
    }
    return unknown;
  }

  /** A problem for each member that is none of these. */
  public void expectOnly(List<String> known, Problems problems) {
    for (Node member : members.values()) {
      if (!known.contains(member.name)) {
        member.problem(Spelling.unknownKey(member.name, known), problems);
      }
    }
  }

  public void problem(String message, Problems problems) {
    problems.add(origin(), path(), message);
  }

  public int line() {
    return line;
  }

  public Origin origin() {
    return Origin.file(file, line);
  }

  /** The key as a person would say it, {@code mcpServers.example-server.oauth}. */
  public String path() {
    if (parent == null) {
      return "the file";
    }
    if (parent.parent == null) {
      return name;
    }
    String above = parent.path();
    return name.startsWith("[") ? above.concat(name) : above.concat(".").concat(name);
  }
}
