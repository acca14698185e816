package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.oauth.exchange.TokenResponse;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one answer to a refresh says: by its body, as some servers refuse with status 200, and some
 * in other words than OAuth's.
 */
enum AnswerKind {
  /** There is an access token. */
  GRANTED(false, null),
  /** It is the client that is missing, or not known. */
  REFUSES_CLIENT(true, null),
  /** It misses the id, in so many words. */
  MISSES_ID(true, "the server does not see the id in the form; see its documentation"),
  /** It is the client's secret that is missing or wrong. */
  WANTS_SECRET(true, null),
  /** It is the refresh token, in so many words. */
  REFUSES_TOKEN(false, null),
  /** The token, or the client that it was issued to (RFC 6749 section 5.2): one code for both. */
  REFUSES_GRANT(true, null),
  /** Refused in OAuth's words, for anything else. */
  REFUSES_OTHERWISE(true, null),
  /** A page, a redirect or another answer that holds no token and no code of OAuth's. */
  NOT_OAUTH(true, "this is no answer of a token endpoint; compare the url, look for a proxy"),
  /** The server is not well, or does not want to be asked now. */
  FAILED(false, "try again when the server is well"),
  /** Not refused, and no token that can be found: another one may have taken its place. */
  UNCLEAR(false, "the answer is none that OAuth knows; compare the url of the token endpoint"),
  /** No answer came; what was sent may have arrived. */
  NONE(false, "try again when the server answers");

  private static final Pattern CLIENT = Pattern.compile("\\bclient(id)?(?![a-z])");

  private static final Pattern ID = Pattern.compile("client[ _-]?id(?![a-z])|client identifier");

  private static final Pattern MISSING =
      Pattern.compile("missing|required|must (be|contain)|without|not (present|provided|sent)");

  /** How servers say that a token was good once, or never. */
  private static final Pattern SPENT =
      Pattern.compile(
          "expired|revoked|not active|inactive|(already|been) used|reuse|no longer|not found"
              + "|no such|unknown (refresh )?token|bad_refresh_token|invalid_refresh_token");

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_.:-]*");

  private final boolean open;
  private final String doubt;

  AnswerKind(boolean open, @Nullable String doubt) {
    this.open = open;
    this.doubt = doubt == null ? "" : doubt;
  }

  /** Whether, without the id, it leaves open what the id would change, and cost no token. */
  boolean leavesOpen() {
    return open;
  }

  /** What to do where it proves nothing. */
  String doubt() {
    return doubt;
  }

  /** Whether the refresh token may be used up, and nobody can tell. */
  boolean mayHaveUsedTheToken() {
    return this == UNCLEAR || this == NONE;
  }

  /** What an answer says. */
  static AnswerKind of(int status, String body) {
    TokenResponse response = TokenResponse.of(status, body);
    String error = response.error();
    if (response.granted()) {
      return response.isSuccess() ? GRANTED : UNCLEAR;
    }
    if (response.refusesWithoutWords()) {
      return REFUSES_CLIENT;
    }
    return error != null && CODE.matcher(error).matches()
        ? refused(response, error)
        : inOtherWords(status, body, error);
  }

  private static AnswerKind refused(TokenResponse response, String error) {
    String words = words(response);
    if (response.refusesGrant()) {
      return grant(words);
    }
    boolean failed = response.status() / 100 == 5 || response.status() == 429;
    if (error.contains("secret") || (!failed && words.contains("secret"))) {
      return WANTS_SECRET;
    }
    if (ID.matcher(words).find() && MISSING.matcher(words).find()) {
      return MISSES_ID;
    }
    if (response.refusesClient()) {
      return REFUSES_CLIENT;
    }
    if (failed || error.equals("server_error") || error.equals("temporarily_unavailable")) {
      return FAILED;
    }
    return response.status() == 401 || ID.matcher(words).find()
        ? REFUSES_CLIENT
        : REFUSES_OTHERWISE;
  }

  private static AnswerKind grant(String words) {
    boolean spent = SPENT.matcher(words).find();
    if (ID.matcher(words).find() && MISSING.matcher(words).find()) {
      return MISSES_ID;
    }
    boolean client = CLIENT.matcher(words).find();
    if (spent == client) {
      return REFUSES_GRANT;
    }
    return spent ? REFUSES_TOKEN : REFUSES_CLIENT;
  }

  private static AnswerKind inOtherWords(int status, String body, @Nullable String error) {
    if (status / 100 == 5 || status == 429) {
      return FAILED;
    }
    if (status == 401 && error != null) {
      return REFUSES_CLIENT;
    }
    String text = body.strip().toLowerCase(Locale.ROOT);
    boolean refusal = text.contains("\"error") && !text.contains("token\"");
    return status / 100 != 2 || text.startsWith("<") || refusal ? NOT_OAUTH : UNCLEAR;
  }

  private static String words(TokenResponse response) {
    return (response.error() + " " + response.errorDescription()).toLowerCase(Locale.ROOT);
  }
}
