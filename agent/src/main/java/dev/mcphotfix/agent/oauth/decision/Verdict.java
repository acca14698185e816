package dev.mcphotfix.agent.oauth.decision;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.request.RequestForm;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the decision table says about one request.
 *
 * @param detail completes the reason; text of the host
 * @param client whose id it is about, where the request's server was decided
 * @param undiscovered whether it hangs on an endpoint that discovery may know
 */
public record Verdict(
    Reason reason,
    @Nullable String detail,
    Severity severity,
    @Nullable StaticClient client,
    boolean undiscovered) {

  public static Verdict of(Reason reason, @Nullable String detail, @Nullable StaticClient client) {
    return new Verdict(reason, detail, reason.severity(), client, false);
  }

  static Verdict unknownEndpoint(boolean wouldBeChanged) {
    Severity severity = wouldBeChanged ? Severity.WARN : Severity.DEBUG;
    return new Verdict(Reason.UNKNOWN_ENDPOINT, null, severity, null, wouldBeChanged);
  }

  /** The same with another detail, which completes the reason. */
  public Verdict with(@Nullable String other) {
    return new Verdict(reason, other, severity, client, undiscovered);
  }

  /**
   * Of a request whose body was not seen.
   *
   * @param detail why, where the reason alone does not say it
   */
  public static Verdict unread(@Nullable String detail, Severity severity) {
    return new Verdict(Reason.BODY_UNREADABLE, detail, severity, null, false);
  }

  public Action action() {
    return switch (reason) {
      case FILLED_EMPTY, FILLED_NULL -> Action.FILLED;
      case ADDED_WITH_SECRET, ADDED -> Action.ADDED;
      default -> Action.LEFT_ALONE;
    };
  }

  public boolean changes() {
    return action() != Action.LEFT_ALONE;
  }

  public @Nullable String serverName() {
    return client == null ? null : client.serverName();
  }

  /** The form with the client's id, or the very same text where it is left alone. */
  public @Nullable String applyTo(TokenRequest request) {
    if (client == null) {
      return request.text();
    }
    return switch (action()) {
      case ADDED -> request.form().append(RequestForm.CLIENT_ID, client.clientId());
      case FILLED -> request.form().fill(RequestForm.CLIENT_ID, client.clientId());
      default -> request.text();
    };
  }
}
