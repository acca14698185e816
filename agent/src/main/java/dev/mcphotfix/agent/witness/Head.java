package dev.mcphotfix.agent.witness;

import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of an HTTP/1.1 request (RFC 9112 sections 2 and 5), read where it lies. Of the fields
 * only what is asked for is copied.
 *
 * @param end behind the empty line
 */
record Head(PlainText text, int end) implements TokenRequest.HeaderFields {

  /** The method of every token request (RFC 6749 section 3.2), and what stands behind it. */
  static final String POST = "POST ";

  /** Null where the empty line at its end is not there. */
  static @Nullable Head of(PlainText text) {
    int line = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.at(i) == '\n') {
        if (i - line <= 1 && line > 0 && (i == line || text.at(line) == '\r')) {
          return new Head(text, i + 1);
        }
        line = i + 1;
      }
    }
    return null;
  }

  /** Whether a form may follow: it is HTTP/1, and no other type of content is told. */
  boolean mayLeadForm() {
    List<String> types = values("Content-Type");
    boolean form = types.isEmpty() || types.stream().anyMatch(TokenRequest::isForm);
    return form && line(0).contains(" HTTP/1.");
  }

  /** As it was sent: a path, or a whole url to a proxy. */
  String target() {
    String line = line(0);
    int end = line.indexOf(' ', POST.length());
    return end < 0 ? "" : line.substring(POST.length(), end);
  }

  /** Of the body, in bytes; negative where it is not told. */
  long contentLength() {
    List<String> told = values("Content-Length");
    try {
      return told.isEmpty() ? -1 : Long.parseLong(told.get(0));
    } catch (NumberFormatException other) {
      return -1;
    }
  }

  boolean isChunked() {
    return values("Transfer-Encoding").stream().anyMatch(each -> each.endsWith("chunked"));
  }

  @Override
  public List<String> values(String name) {
    List<String> values = new ArrayList<>(1);
    for (int start = next(0); start < end; start = next(start)) {
      if (isNamed(name, start)) {
        String line = line(start);
        values.add(line.substring(name.length() + 1).strip());
      }
    }
    return values;
  }

  private boolean isNamed(String name, int start) {
    int colon = start + name.length();
    if (colon >= end || text.at(colon) != ':') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (Character.toLowerCase(text.at(start + i)) != Character.toLowerCase(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private String line(int start) {
    StringBuilder line = new StringBuilder();
    for (int i = start; i < end && text.at(i) != '\n'; i++) {
      line.append((char) (text.at(i) & 0xFF));
    }
    return line.toString().stripTrailing();
  }

  private int next(int start) {
    int i = start;
    while (i < end && text.at(i) != '\n') {
      i++;
    }
    return i + 1;
  }

  /** Without what it holds. */
  @Override
  public String toString() {
    return "head of " + end + " bytes";
  }
}
