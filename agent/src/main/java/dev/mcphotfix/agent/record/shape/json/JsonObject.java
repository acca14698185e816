package dev.mcphotfix.agent.record.shape.json;

import dev.mcphotfix.agent.record.shape.CredentialRecord;
import dev.mcphotfix.agent.record.shape.UnreadableRecordException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object in a JSON text. A change of it is an edit of the text, which stays as it is else. */
public final class JsonObject implements CredentialRecord {

  private final String text;
  private final List<JsonEdit> edits;
  private final List<JsonMember> members;
  private final int end;

  /**
   * @param end the position of the closing brace
   */
  JsonObject(String text, List<JsonEdit> edits, List<JsonMember> members, int end) {
    this.text = text;
    this.edits = edits;
    this.members = members;
    this.end = end;
  }

  @Override
  public Object value() {
    return this;
  }

  /** The names of the members in their order. */
  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (JsonMember member : members) {
      names.add(member.name());
    }
    return names;
  }

  @Override
  public @Nullable Object property(String name) {
    JsonMember member = member(name);
    Object value = member == null ? null : member.value();
    return value instanceof JsonArray ? JsonMember.OTHER : value;
  }

  /** The object that the member is; null where it is anything else. */
  public @Nullable JsonObject object(String name) {
    return property(name) instanceof JsonObject object ? object : null;
  }

  /** The text that the member is; null where it is anything else. */
  public @Nullable String text(String name) {
    return property(name) instanceof String text ? text : null;
  }

  /** The whole number that the member is; null where it is anything else, or too large. */
  @Override
  public @Nullable Long number(String name) {
    JsonMember member = member(name);
    try {
      return member == null
          ? null
          : Long.valueOf(text.substring(member.valueStart(), member.valueEnd()));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The object or the array that the member is; null where it is neither. */
  public @Nullable Object container(String name) {
    JsonMember member = member(name);
    Object value = member == null ? null : member.value();
    return value instanceof JsonObject || value instanceof JsonArray ? value : null;
  }

  @Override
  public boolean set(String name, Object value) {
    put(name, JsonEdit.quoted((String) value));
    return true;
  }

  /** Makes the member, which is absent or null, an object with one text in it. */
  public void setObject(String name, String innerName, String innerValue) {
    String colon = members.isEmpty() ? ":" : colon(members.get(members.size() - 1));
    put(name, '{' + JsonEdit.quoted(innerName) + colon + JsonEdit.quoted(innerValue) + '}');
  }

  private void put(String name, String literal) {
    JsonMember member = member(name);
    edits.add(
        member == null
            ? appended(JsonEdit.quoted(name), literal)
            : new JsonEdit(member.valueStart(), member.valueEnd(), literal));
  }

  private @Nullable JsonMember member(String name) {
    JsonMember found = null;
    for (JsonMember member : members) {
      if (member.name().equals(name)) {
        if (found != null) {
          throw new UnreadableRecordException("a name twice");
        }
        found = member;
      }
    }
    return found;
  }

  /** Written the way the last member is: the same space before the name and around the colon. */
  private JsonEdit appended(String name, String literal) {
    int place = beforeSpace(end);
    if (members.isEmpty()) {
      return new JsonEdit(place, place, name + ':' + literal);
    }
    JsonMember last = members.get(members.size() - 1);
    String indentation = text.substring(beforeSpace(last.nameStart()), last.nameStart());
    return new JsonEdit(place, place, ',' + indentation + name + colon(last) + literal);
  }

  private String colon(JsonMember member) {
    return text.substring(behindString(member.nameStart()), member.valueStart());
  }

  private int beforeSpace(int position) {
    int i = position;
    while (" \t\r\n".indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    return i;
  }

  private int behindString(int firstQuote) {
    int i = firstQuote + 1;
    while (text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
