package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.log.Redaction;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Whether token endpoints can be reached, and whether their clocks agree with this one. */
final class EndpointFindings {

  private static final String REACH = "Token endpoint";
  private static final String CLOCK = "Clock";
  private static final Duration MOST = Duration.ofSeconds(30);

  private EndpointFindings() {}

  /** Sends an OPTIONS request, which asks for nothing and changes nothing. */
  static void add(String url, Findings findings) {
    String shown = Redaction.url(url);
    try {
      HttpResponse<String> answer = new TokenEndpoint(url).options();
      findings.add(
          REACH,
          Finding.ok(shown + ": reached; it answered status " + answer.statusCode() + " to OPTIONS")
              .with("url", shown)
              .with("httpStatus", answer.statusCode()));
      findings.add(CLOCK, clock(answer.headers().firstValue("Date").orElse(""), shown));
    } catch (IOException e) {
      findings.add(
          REACH,
          Finding.problem(shown + ": not reached", String.valueOf(e.getMessage()))
              .with("url", shown));
    }
  }

  private static Finding clock(String date, String shown) {
    try {
      Instant theirs = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
      return compared(Duration.between(theirs, Instant.now()), shown);
    } catch (DateTimeException e) {
      return Finding.note(shown + ": the answer has no date to compare with");
    }
  }

  private static Finding compared(Duration ahead, String shown) {
    long seconds = ahead.toSeconds();
    if (ahead.abs().compareTo(MOST) <= 0) {
      return Finding.ok(shown + ": the same time as here").with("secondsAhead", seconds);
    }
    return Finding.problem(
            "this machine is %s s %s %s"
                .formatted(Math.abs(seconds), seconds > 0 ? "ahead of" : "behind", shown),
            "set the clock; a client that is behind sends tokens that have expired")
        .with("secondsAhead", seconds);
  }
}
