package dev.mcphotfix.agent.oauth.trace;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.oauth.request.Form;
import dev.mcphotfix.agent.oauth.request.FormField;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an authorization request, which is where the client is led (RFC 6749 section
 * 4.1.2): of that nothing is kept but its error. The code and the state are as good as a login.
 *
 * @param error null where the request was granted
 */
public record AuthorizationAnswer(SeenResponse response, @Nullable String error) {

  /**
   * RFC 6749 section 4.1.2.1, RFC 8707 section 2, RFC 9396 section 5, OpenID Connect Core 1.0
   * section 3.1.2.6, and OpenID Connect Core Error Code unmet_authentication_requirements 1.0.
   */
  private static final Set<String> ERRORS =
      Set.of(
          "invalid_request",
          "unauthorized_client",
          "access_denied",
          "unsupported_response_type",
          "invalid_scope",
          "server_error",
          "temporarily_unavailable",
          "invalid_target",
          "invalid_authorization_details",
          "interaction_required",
          "login_required",
          "account_selection_required",
          "consent_required",
          "invalid_request_uri",
          "invalid_request_object",
          "request_not_supported",
          "request_uri_not_supported",
          "registration_not_supported",
          "unmet_authentication_requirements");

  /**
   * Null where it leads elsewhere, as to a page on which somebody logs in.
   *
   * @param locations of the response, of which there is one where it leads somewhere
   * @param client where the request asks to be led; null where it does not say it
   */
  public static @Nullable AuthorizationAnswer of(
      SeenResponse response, List<String> locations, @Nullable String client) {
    String location = locations.size() == 1 ? locations.get(0) : "";
    if (client != null && !location.startsWith(client)) {
      return null;
    }
    Form query = Form.parse(location.substring(location.indexOf('?') + 1).replace('#', '&'));
    List<FormField> errors = query.fields("error");
    if (!errors.isEmpty()) {
      return new AuthorizationAnswer(response, known(errors.get(0).value()));
    }
    return query.has("code") ? new AuthorizationAnswer(response, null) : null;
  }

  /** The code where it is a known one; another might be what the server was sent. */
  private static String known(String error) {
    return ERRORS.contains(error) ? error : "another";
  }

  Entry addTo(Entry entry) {
    return response.addTo(entry).with("error", error);
  }
}
