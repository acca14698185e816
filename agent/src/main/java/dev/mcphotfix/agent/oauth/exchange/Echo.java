package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.request.Form;
import dev.mcphotfix.agent.oauth.request.FormField;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Masks in an answer what a server may repeat of its request: each value of it, whatever it is
 * called, in the ways in which servers write what they were sent, and in any case of its letters.
 */
public final class Echo {

  private static final String MASK = "***";

  /** More values than a token request has; then nothing of an answer is shown. */
  private static final int MOST = 2000;

  /** A value no longer than that is masked only where it stands alone. */
  private static final int SHORT = 3;

  /** Stands for what is no UTF-8. */
  private static final char REPLACEMENT = '\ufffd';

  private final TokenRequest request;
  private final Set<String> spellings = new HashSet<>();

  public Echo(TokenRequest request) {
    this.request = request;
  }

  /** What of the server's words can be shown; null for none. */
  public @Nullable String masked(@Nullable String text) {
    if (text == null) {
      return null;
    }
    addAll();
    if (spellings.size() > MOST) {
      return MASK;
    }
    List<String> longestFirst = new ArrayList<>(spellings);
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    String masked = text;
    for (String spelling : longestFirst) {
      masked = without(spelling, masked);
    }
    return Redaction.words(masked);
  }

  /** Only where there are words, as few answers have some. */
  private void addAll() {
    add(request.form());
    add(Form.ofQuery(request.url()));
    request.header().credentials().forEach(this::add);
    String url = request.url();
    if (url != null) {
      addUrl(url);
    }
  }

  private void addUrl(String url) {
    String[] parts = url.split("[/?#]", -1);
    for (int i = 0; i < parts.length && i < MOST; i++) {
      addPart(parts[i]);
    }
  }

  /** What a url holds in its query, such as a {@code resource}. */
  private void addQuery(String url) {
    int query = url.indexOf('?');
    int fragment = url.indexOf('#');
    if (query >= 0) {
      add(Form.parse(url.substring(query + 1, fragment > query ? fragment : url.length())));
    }
  }

  /** A segment of a url's path, or the authority with its user information. */
  private void addPart(String part) {
    int at = part.lastIndexOf('@');
    if (at >= 0) {
      add(Form.parse("user=" + part.substring(0, at).replace(":", "&password=")));
    } else if (Redaction.isKey(part)) {
      add(Form.parse("key=" + part));
    }
  }

  private void add(Form form) {
    for (FormField field : form.fields()) {
      if (!Grant.isKnown(field.value())) {
        add(field.value());
        add(form.written(field));
        if (field.value().contains("://")) {
          addUrl(field.value());
          addQuery(field.value());
        }
      }
    }
  }

  private void add(String value) {
    if (value.isEmpty() || spellings.size() > MOST) {
      return;
    }
    Spellings.of(value, spellings);
    String meant = new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    if (!meant.equals(value) && meant.indexOf(REPLACEMENT) < 0) {
      add(meant); // A form has one character for each byte, an answer has those that were meant.
    }
  }

  private static String without(String value, String text) {
    StringBuilder masked = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      boolean found = text.regionMatches(true, i, value, 0, value.length());
      if (found && (value.length() > SHORT || standsAlone(text, i, i + value.length()))) {
        masked.append(MASK);
        i += value.length();
      } else {
        masked.append(text.charAt(i++));
      }
    }
    return masked.toString();
  }

  private static boolean standsAlone(String text, int start, int end) {
    return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }
}
