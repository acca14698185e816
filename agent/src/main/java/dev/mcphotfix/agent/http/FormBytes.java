package dev.mcphotfix.agent.http;

import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A form's bytes as the text that is decided on, one character for each byte, so that every byte
 * comes back as it was.
 */
public final class FormBytes {

  /** In bytes; a larger body is no form of a token request. */
  public static final int LARGEST = 64 * 1024;

  private FormBytes() {}

  /** Null where the bytes are not known. */
  public static @Nullable String text(byte @Nullable [] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** What to send instead; null where the form is left alone. */
  public static byte @Nullable [] changed(@Nullable Exchange exchange) {
    String form = exchange == null || exchange.addedClientId() == null ? null : exchange.form();
    return form == null ? null : form.getBytes(StandardCharsets.ISO_8859_1);
  }
}
