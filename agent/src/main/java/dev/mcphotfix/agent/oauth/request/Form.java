package dev.mcphotfix.agent.oauth.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a form (application/x-www-form-urlencoded, RFC 6749 appendix B), to which a field can
 * be added, or whose field can be filled, with every other character left as the host wrote it.
 */
public sealed class Form permits RequestForm {

  private final String text;
  private final List<FormField> fields;

  Form(String text) {
    this.text = text;
    this.fields = parsed(text);
  }

  public static Form parse(String text) {
    return new Form(text);
  }

  /** What stands behind the question mark of a url; empty where nothing does. */
  public static Form ofQuery(@Nullable String url) {
    int query = url == null ? -1 : url.indexOf('?');
    if (url == null || query < 0) {
      return new Form("");
    }
    int fragment = url.indexOf('#', query);
    int end = fragment < 0 ? url.length() : fragment;
    return new Form(url.substring(query + 1, end));
  }

  private static List<FormField> parsed(String text) {
    List<FormField> fields = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int ampersand = text.indexOf('&', start);
      int end = ampersand < 0 ? text.length() : ampersand;
      if (end > start) {
        fields.add(FormField.parse(text, start, end));
      }
      start = end + 1;
    }
    return fields;
  }

  boolean wellFormed() {
    return FormField.wellFormed(text);
  }

  /** The fields of that name, in their order; the name is compared decoded. */
  public List<FormField> fields(String name) {
    List<FormField> named = new ArrayList<>(1);
    for (FormField field : fields) {
      if (field.name().equals(name)) {
        named.add(field);
      }
    }
    return named;
  }

  public boolean has(String name) {
    return !fields(name).isEmpty();
  }

  /**
   * The value of the one field of that name; null where there is none, where it is empty, which RFC
   * 6749 section 3.2 treats as omitted, and where it is repeated.
   */
  @Nullable String single(String name) {
    List<FormField> named = fields(name);
    return named.size() != 1 || named.get(0).value().isEmpty() ? null : named.get(0).value();
  }

  /** All fields, in their order. */
  public List<FormField> fields() {
    return Collections.unmodifiableList(fields);
  }

  /** The field's value as it stands in the text. */
  public String written(FormField field) {
    return text.substring(field.valueStart(), field.end());
  }

  /** The text with one more field behind all others. */
  public String append(String name, String value) {
    String encoded = encode(value);
    int length = text.length() + name.length() + encoded.length() + 2;
    StringBuilder longer = new StringBuilder(length).append(text);
    if (!text.isEmpty() && !text.endsWith("&")) {
      longer.append('&');
    }
    return longer.append(name).append('=').append(encoded).toString();
  }

  /** The text with another value for the first field of that name, which must be there. */
  public String fill(String name, String value) {
    FormField field = fields(name).get(0);
    StringBuilder filled = new StringBuilder(text).replace(field.valueStart(), field.end(), "");
    if (!field.assigned()) {
      filled.insert(field.valueStart(), '=');
    }
    int at = field.assigned() ? field.valueStart() : field.valueStart() + 1;
    return filled.insert(at, encode(value)).toString();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
