package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the operator should do next about an answer, in a few words: by the code and the words of
 * the server, and by what it was sent.
 */
record NextStep(Answer answer) {

  private static final String NO_ID = "no client_id was sent";
  private static final String EARLY =
      ", as its endpoint was not found out yet; connect once more, or configure tokenEndpoint";

  /** Null where nothing is to be done. */
  @Nullable String text() {
    TokenResponse response = answer.response();
    if (response.isSuccess() || response.isPending()) {
      return null;
    }
    return response.isRefusal() && !isFailure(response) ? refusal(response) : unknown(response);
  }

  private static boolean isFailure(TokenResponse response) {
    return "server_error".equals(response.error())
        || "temporarily_unavailable".equals(response.error());
  }

  /** Neither a token nor a refusal in OAuth's words. */
  private static String unknown(TokenResponse response) {
    if (response.status() / 100 == 5 || isFailure(response)) {
      return "the server failed; try again later";
    }
    if (response.status() / 100 == 3) {
      return "the server redirects; configure the endpoint that it leads to";
    }
    return response.bodyKnown()
        ? "the answer is none of OAuth; nothing is learned from it, see the status"
        : "the answer could not be read; nothing is learned from it, see the status";
  }

  private String refusal(TokenResponse response) {
    if (answer.sentIds() > 1) {
      return "client_id was sent twice, which servers refuse; see the decision for this request";
    }
    boolean asksForClient = asksForClient(response);
    if (response.refusesGrant() && !(answer.sentIds() == 0 && asksForClient)) {
      return "the refresh token or code is dead or another client's; log in again";
    }
    if (response.refusesClient() && response.mentions("secret") && isNamed() && !asksForClient) {
      return secret();
    }
    boolean clientMatters = response.refusesClient() || response.refusesWithoutWords();
    if (!clientMatters && !asksForClient && !"invalid_request".equals(response.error())) {
      return "see the error";
    }
    String missing = answer.sentIds() == 0 ? missing() : null;
    if (missing != null) {
      return missing;
    }
    return clientMatters ? wrongClient(response) : "a client_id was sent; see the error";
  }

  private static boolean asksForClient(TokenResponse response) {
    return response.mentions("client_id") || response.mentions("client id");
  }

  private boolean isNamed() {
    return answer.sentIds() > 0 || missing() == null || answer.request().header().isBasic();
  }

  private String secret() {
    TokenRequest request = answer.request();
    return request.form().hasSecret() || request.header().isBasic() || request.form().hasAssertion()
        ? "the server does not accept the client's secret; correct it where the client keeps it"
        : "the server wants a client_secret, which the agent never adds; register a public client";
  }

  private String wrongClient(TokenResponse response) {
    if (response.refusesWithoutWords()) {
      return "the answer says no more than 401, or could not be read; check oauth.clientId";
    }
    if (!answer.changed()) {
      return "the server does not accept the host's own client_id";
    }
    return "unauthorized_client".equals(response.error())
        ? "the server does not let the configured client do this; check oauth.clientId"
        : "the server does not know the configured client_id; check oauth.clientId";
  }

  private boolean isEarly() {
    return Reason.DISCOVERY_PENDING.equals(answer.verdict().detail());
  }

  /** Null where the client is named elsewhere than in the form. */
  private @Nullable String missing() {
    TokenRequest request = answer.request();
    Reason reason = answer.verdict().reason();
    if (request.form().hasAssertion() || request.header().isAttested()) {
      return null;
    }
    if (!request.isReadable()) {
      return "the request was not read, and may have no client_id";
    }
    if (request.header().isBasic()) {
      return "the client authenticates by Basic; this server wants the id in the form";
    }
    if (request.header().isAuthorized()) {
      return NO_ID + ", but an Authorization; this server wants the id in the form";
    }
    if (request.hasClientIdInQuery()) {
      return "the client_id is in the url; this server wants it in the form";
    }
    return switch (reason) {
      case GRANT_NOT_ENABLED -> NO_ID + " with this grant; see `grants`";
      case GRANT_NOT_COVERED -> NO_ID + "; the agent adds none to this grant";
      default -> NO_ID + (isEarly() ? EARLY : "; see the decision for this request");
    };
  }
}
