package dev.mcphotfix.agent.oauth.decision;

import static dev.mcphotfix.agent.log.Reason.ADDED;
import static dev.mcphotfix.agent.log.Reason.ALREADY_PRESENT;
import static dev.mcphotfix.agent.log.Reason.AUTHORIZATION_HEADER;
import static dev.mcphotfix.agent.log.Reason.CLIENT_ASSERTION;
import static dev.mcphotfix.agent.log.Reason.CLIENT_ATTESTATION;
import static dev.mcphotfix.agent.log.Reason.CLIENT_ID_IN_QUERY;
import static dev.mcphotfix.agent.log.Reason.DIFFERENT_CLIENT_ID;
import static dev.mcphotfix.agent.log.Reason.DUPLICATE_CLIENT_ID;
import static dev.mcphotfix.agent.log.Reason.HTTP_BASIC;
import static dev.mcphotfix.agent.log.Reason.NOT_FORM;
import static dev.mcphotfix.agent.log.Reason.NOT_POST;
import static dev.mcphotfix.agent.log.Reason.NO_CONFIG;
import static dev.mcphotfix.agent.log.Reason.OTHER_ENDPOINT;
import static dev.mcphotfix.agent.log.Reason.SIGNED_BODY;
import static dev.mcphotfix.agent.log.Reason.UNKNOWN_ENDPOINT;

import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.decision.RefreshTokens.Owner;
import dev.mcphotfix.agent.oauth.request.FormField;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.request.RequestForm;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a client_id may be added to a token request: an ordered table in which the first row that
 * applies decides. {@link Reason} declares the rows in their order, {@link #applies} says what each
 * one means. It reads what it is given and does nothing else.
 *
 * <p>One request is one table.
 */
public final class DecisionTable {

  private static final Set<Reason> ROWS = EnumSet.range(NO_CONFIG, ADDED);

  /** What is asked of a request to an unknown endpoint as if it were known. */
  private static final Set<Reason> REQUEST_ROWS = EnumSet.range(NOT_FORM, DUPLICATE_CLIENT_ID);

  /** Once one of these applies, no further field of the form leads to a change. */
  private static final Set<Reason> SETTLING_ROWS =
      EnumSet.of(
          NO_CONFIG,
          NOT_POST,
          OTHER_ENDPOINT,
          NOT_FORM,
          SIGNED_BODY,
          HTTP_BASIC,
          AUTHORIZATION_HEADER,
          CLIENT_ASSERTION,
          CLIENT_ATTESTATION,
          CLIENT_ID_IN_QUERY,
          DUPLICATE_CLIENT_ID,
          ALREADY_PRESENT,
          DIFFERENT_CLIENT_ID);

  private static final Set<Reason> CLIENT_ROWS = EnumSet.range(ALREADY_PRESENT, ADDED);

  private final Knowledge knowledge;
  private final TokenRequest request;
  private final ServerSelection selection;
  private final @Nullable Claim decided;
  private final List<FormField> clientIds;

  public DecisionTable(Knowledge knowledge, TokenRequest request, @Nullable Owner owner) {
    this.knowledge = knowledge;
    this.request = request;
    selection = new ServerSelection(knowledge, request, owner);
    decided = selection.decided();
    clientIds = request.form().fields(RequestForm.CLIENT_ID);
  }

  public Verdict decide() {
    Reason row = first(ROWS);
    if (row == null) {
      throw new IllegalStateException("no row applies");
    }
    if (row == UNKNOWN_ENDPOINT) {
      return Verdict.unknownEndpoint(wouldBeChanged());
    }
    return Verdict.of(row, detail(row), CLIENT_ROWS.contains(row) ? decidedClient() : null);
  }

  /** Whether a request of which only the first fields are known stays as it is in any case. */
  public boolean isSettled() {
    boolean otherGrant = request.form().grantType() != null && !isEnabled(request.form().grant());
    boolean elsewhere = selection.isEmpty() && knowledge.clients().withoutEndpoint().isEmpty();
    return otherGrant || elsewhere || !request.header().isPlain() || first(SETTLING_ROWS) != null;
  }

  /** Those of these clients that a request to an unknown endpoint may be for. */
  public List<Claim> candidates(List<StaticClient> clients) {
    return selection.candidates(clients);
  }

  private @Nullable Reason first(Set<Reason> rows) {
    for (Reason row : rows) {
      if (applies(row)) {
        return row;
      }
    }
    return null;
  }

  private boolean applies(Reason row) {
    return switch (row) {
      case NO_CONFIG -> knowledge.clients().isEmpty();
      case NOT_POST -> !request.isPost();
      case UNKNOWN_ENDPOINT -> selection.isEmpty() && !isOtherEndpoint();
      case OTHER_ENDPOINT -> isOtherEndpoint();
      case NOT_FORM -> !request.header().isForm();
      case BODY_UNREADABLE -> !request.isReadable();
      case SIGNED_BODY -> request.header().isSigned();
      case NO_GRANT_TYPE -> request.form().grantType() == null;
      case GRANT_NOT_COVERED -> request.form().grant() == null;
      case GRANT_NOT_ENABLED -> !isEnabled(request.form().grant());
      case HTTP_BASIC -> request.header().isBasic();
      case AUTHORIZATION_HEADER -> request.header().isAuthorized();
      case CLIENT_ASSERTION -> request.form().hasAssertion();
      case CLIENT_ATTESTATION -> request.header().isAttested();
      case CLIENT_ID_IN_QUERY -> request.hasClientIdInQuery();
      case DUPLICATE_CLIENT_ID -> clientIds.size() > 1;
      case ALREADY_PRESENT -> hasClientId() && selection.hasId(clientIds.get(0).value());
      case DIFFERENT_CLIENT_ID -> hasClientId();
      case AMBIGUOUS_SERVER -> decided == null;
      case TOKEN_OF_OTHER_CLIENT -> selection.isOwnedByOther();
      case ISSUER_CHANGED -> decided != null && !decided.trusted();
      case WORKS_WITHOUT -> worksWithout();
      case BREAKER_OPEN -> isRefused();
      case FILLED_EMPTY -> hasField("");
      case FILLED_NULL -> !clientIds.isEmpty();
      case ADDED_WITH_SECRET -> request.form().hasSecret();
      case ADDED -> true;
      default -> false;
    };
  }

  private @Nullable String detail(Reason row) {
    return switch (row) {
      case GRANT_NOT_COVERED, GRANT_NOT_ENABLED -> request.form().shownGrant();
      case AUTHORIZATION_HEADER -> request.header().scheme();
      case ADDED ->
          request.form().grant() == Grant.REFRESH_TOKEN ? null : request.form().shownGrant();
      default -> null;
    };
  }

  private boolean isOtherEndpoint() {
    return knowledge.endpoints().isOther(request.endpoint());
  }

  private boolean wouldBeChanged() {
    return first(REQUEST_ROWS) == null
        && !hasClientId()
        && !candidates(knowledge.clients().all()).isEmpty();
  }

  private boolean isEnabled(@Nullable Grant grant) {
    return grant != null && knowledge.grants().contains(grant);
  }

  private boolean hasField(String value) {
    return !clientIds.isEmpty() && clientIds.get(0).value().equals(value);
  }

  /** Hosts that print a missing value send the word; a client may be called so all the same. */
  private boolean hasClientId() {
    if (clientIds.isEmpty() || hasField("")) {
      return false;
    }
    String value = clientIds.get(0).value();
    return !RequestForm.isMissing(value) || knowledge.clients().hasId(value);
  }

  private boolean worksWithout() {
    return decided != null
        && knowledge.outcomes().worksWithout(request.endpoint(), decided.client().clientId());
  }

  private boolean isRefused() {
    return decided != null
        && knowledge.outcomes().isRefused(request.endpoint(), decided.client().clientId());
  }

  private @Nullable StaticClient decidedClient() {
    return decided == null ? null : decided.client();
  }
}
