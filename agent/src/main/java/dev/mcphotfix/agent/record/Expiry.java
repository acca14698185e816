package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.record.shape.CredentialRecord;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** When a record says that its access token expires, in the ways in which hosts write it. */
final class Expiry {

  private static final String[] NAMES = {
    "expiresAt", "expires_at", "expiry", "expiration", "expiresOn", "expires_on", "tokenExpiry"
  };

  /** In 1973 as milliseconds, in 5138 as seconds. */
  private static final long FEWEST_MILLISECONDS = 100_000_000_000L;

  private static final long FEWEST_SECONDS = 1_000_000_000L;
  private static final int MOST_DIGITS = 15;

  private Expiry() {}

  /** Negative where it will; null where the record does not say it. */
  static @Nullable Long secondsSince(CredentialRecord record, long now) {
    for (String name : NAMES) {
      Long number = record.number(name);
      Long time = milliseconds(number == null ? record.property(name) : number);
      if (time != null) {
        return TimeUnit.MILLISECONDS.toSeconds(now - time);
      }
    }
    return null;
  }

  @SuppressWarnings("JavaUtilDate") // It is the client's.
  private static @Nullable Long milliseconds(@Nullable Object value) {
    if (value instanceof Number number) {
      return ofNumber(number.longValue());
    }
    if (value instanceof Date date) {
      return date.getTime();
    }
    if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    boolean none = value == null || value instanceof Boolean;
    return none ? null : ofText(String.valueOf(value).strip()); // A number in a library's JSON.
  }

  private static @Nullable Long ofNumber(long number) {
    return number >= FEWEST_MILLISECONDS
        ? Long.valueOf(number)
        : number >= FEWEST_SECONDS ? Long.valueOf(number * 1000) : null;
  }

  private static @Nullable Long ofText(String text) {
    if (isNumber(text)) {
      return ofNumber(Long.parseLong(text));
    }
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException another) {
      return null;
    }
  }

  private static boolean isNumber(String text) {
    boolean number = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; number && i < text.length(); i++) {
      number = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return number;
  }
}
