package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.request.Form;
import dev.mcphotfix.agent.oauth.request.FormField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered to a token request (RFC 6749 sections 5.1 and 5.2), by its body: some
 * servers refuse with status 200, and some answer with a form.
 *
 * @param bodyKnown whether something of a body was seen
 * @param granted whether the body has an access token
 * @param error the code of a refusal; null where the body has none, whatever the status
 * @param refreshToken the new one; never logged
 * @param scope never logged
 * @param expiresIn in seconds; null where the server does not say it
 */
public record TokenResponse(
    int status,
    boolean bodyKnown,
    boolean granted,
    @Nullable String error,
    @Nullable String errorDescription,
    @Nullable String refreshToken,
    @Nullable String scope,
    @Nullable String expiresIn) {

  private static final String EXPIRES_IN = "expires_in";
  private static final int LONGEST_SECONDS = 12;
  private static final int LONGEST_BODY = 64 * 1024;

  /** RFC 6749 section 5.2, and what GitHub and Slack say instead. */
  private static final Set<String> REFUSES_CLIENT =
      Set.of(
          "invalid_client",
          "unauthorized_client",
          "incorrect_client_credentials",
          "invalid_client_id",
          "bad_client_secret");

  private static final Set<String> REFUSES_GRANT =
      Set.of("invalid_grant", "bad_refresh_token", "invalid_refresh_token");

  /** A device is to ask again (RFC 8628 section 3.5). */
  private static final Set<String> PENDING = Set.of("authorization_pending", "slow_down");

  /**
   * Reads the body of a response.
   *
   * @param body as far as it is known; null where nothing is
   */
  public static TokenResponse of(int status, @Nullable String body) {
    String text = body == null ? "" : body.strip();
    Map<String, String> members = text.length() > LONGEST_BODY ? Map.of() : members(text);
    return new TokenResponse(
        status,
        !text.isEmpty(),
        members.containsKey("access_token"),
        members.get("error"),
        members.get("error_description"),
        members.get("refresh_token"),
        members.get("scope"),
        seconds(members.get(EXPIRES_IN)));
  }

  private static @Nullable String seconds(@Nullable String text) {
    return text != null && text.length() <= LONGEST_SECONDS && isNumber(text) ? text : null;
  }

  private static boolean isNumber(String text) {
    boolean number = true;
    for (int i = 0; number && i < text.length(); i++) {
      number = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return number;
  }

  /** Those that are not empty, of a JSON object or a form, whatever the body is said to be. */
  private static Map<String, String> members(String text) {
    Map<String, String> members =
        text.startsWith("{") ? JsonMembers.of(text, EXPIRES_IN) : ofForm(text);
    members.values().removeIf(String::isEmpty);
    return members;
  }

  /** A form has no white space and no tag in it, as a page has. */
  private static Map<String, String> ofForm(String text) {
    Map<String, String> members = new HashMap<>();
    boolean form = text.indexOf('<') < 0 && text.indexOf(' ') < 0 && text.indexOf('\n') < 0;
    for (FormField field : Form.parse(form ? text : "").fields()) {
      members.put(field.name(), field.value());
    }
    return members;
  }

  /** Without what the server says, which may be a credential. */
  @Override
  public String toString() {
    return Integer.toString(status);
  }

  /** Whether a token was granted. A status that says otherwise is believed as much as the body. */
  public boolean isSuccess() {
    return granted && error == null && status < 400;
  }

  /** Whether the server says in OAuth's words, or by a 401 without any, that it refuses. */
  public boolean isRefusal() {
    return !isPending() && (error != null || refusesWithoutWords());
  }

  /** The client is to ask again, which is neither. */
  boolean isPending() {
    return error != null && PENDING.contains(error);
  }

  /** Some servers give a 401 no body. */
  public boolean refusesWithoutWords() {
    return status == 401 && !bodyKnown;
  }

  /** Whether it is the client that the server refuses. */
  public boolean refusesClient() {
    return error != null && REFUSES_CLIENT.contains(error);
  }

  /** Whether it is the token or code that the server refuses. */
  public boolean refusesGrant() {
    return error != null && REFUSES_GRANT.contains(error);
  }

  /** Whether the code or the words have that in them, which is in lower case. */
  boolean mentions(String word) {
    return (error + " " + errorDescription).toLowerCase(Locale.ROOT).contains(word);
  }
}
