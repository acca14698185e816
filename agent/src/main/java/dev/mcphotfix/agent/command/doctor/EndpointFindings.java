package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.log.Redaction;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
      EndpointAnswer answer = new TokenEndpoint(url).options();
      findings.add(
          REACH,
          Finding.ok(shown + ": reached; it answered status " + answer.status() + " to OPTIONS")
              .with("url", shown)
              .with("httpStatus", answer.status()));
      findings.add(CLOCK, clock(answer.date(), shown));
    } catch (IOException e) {
      findings.add(
          REACH,
          Finding.problem(shown + ": not reached", String.valueOf(e.getMessage()))
              .with("url", shown));
    }
  }

  private static Finding clock(@Nullable Instant theirs, String shown) {
    return theirs == null
        ? Finding.note(shown + ": the answer has no date to compare with")
        : compared(Duration.between(theirs, Instant.now()), shown);
  }

  private static Finding compared(Duration ahead, String shown) {
    long seconds = ahead.toSeconds();
    if (ahead.abs().compareTo(MOST) <= 0) {
      return Finding.ok(shown + ": the same time as here").with("secondsAhead", seconds);
    }
    return Finding.problem(
            "this machine is "
                + Math.abs(seconds)
                + " s "
                + (seconds > 0 ? "ahead of " : "behind ")
                + shown,
            "set the clock; a client that is behind sends tokens that have expired")
        .with("secondsAhead", seconds);
  }
}
