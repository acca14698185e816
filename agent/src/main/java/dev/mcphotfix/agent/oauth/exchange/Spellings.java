package dev.mcphotfix.agent.oauth.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;

/** The ways in which servers write what they were sent. */
final class Spellings {

  private Spellings() {}

  /** Adds each that differs: as it is, encoded for a url, in Base64, in digits, quoted. */
  static void of(String value, Collection<String> spellings) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    spellings.add(value);
    spellings.add(encoded);
    spellings.add(encoded.replace("+", "%20"));
    spellings.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    spellings.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    spellings.add(HexFormat.of().formatHex(bytes));
    spellings.add(inJson(value));
    spellings.add(inMarkup(value));
  }

  private static String inJson(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String inMarkup(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
