package dev.mcphotfix.agent.command.doctor;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param body may hold tokens
 * @param date by the server's own clock; null where it does not say
 */
record EndpointAnswer(int status, String body, @Nullable Instant date) {

  static EndpointAnswer of(HttpResponse<String> response) {
    String date = response.headers().firstValue("Date").orElse("");
    return new EndpointAnswer(response.statusCode(), response.body(), instant(date));
  }

  private static @Nullable Instant instant(String date) {
    try {
      return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Never with the body. */
  @Override
  public String toString() {
    return "status " + status;
  }
}
