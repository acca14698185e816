package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.doctor.ProbeResult.Attempt;
import dev.mcphotfix.agent.command.doctor.ProbeResult.Proof;
import dev.mcphotfix.agent.oauth.exchange.TokenResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes without the id and, only if the server misses it, with it. A request that names no
 * client does not use the refresh token up; one that was accepted is never followed by another.
 */
final class RefreshProbe {

  /** How a server may say in an {@code invalid_grant} that it is the id which is missing. */
  private static final Pattern CLIENT_ID =
      Pattern.compile("client[ _-]?id(?![a-z])|client identifier");

  private final TokenEndpoint endpoint;
  private final String refreshToken;
  private final String clientId;
  private final List<Attempt> attempts = new ArrayList<>();

  RefreshProbe(TokenEndpoint endpoint, String refreshToken, String clientId) {
    this.endpoint = endpoint;
    this.refreshToken = refreshToken;
    this.clientId = clientId;
  }

  /** Sends one request or two, and waits for the answers. */
  ProbeResult run() {
    return new ProbeResult(proof(), attempts);
  }

  private Proof proof() {
    TokenResponse without = refresh(false);
    if (without == null) {
      return Proof.UNKNOWN;
    }
    if (without.isSuccess()) {
      return Proof.WORKS_WITHOUT;
    }
    if (!missesClient(without)) {
      return refusal(without);
    }
    TokenResponse with = refresh(true);
    if (with == null) {
      return Proof.UNKNOWN;
    }
    return with.isSuccess() ? Proof.HEALS : refusal(with);
  }

  private static Proof refusal(TokenResponse response) {
    int status = response.status();
    if (!response.isRefusal() || status / 100 == 5 || status == 429) {
      return Proof.UNKNOWN;
    }
    if (response.refusesGrant()) {
      return Proof.DEAD_TOKEN;
    }
    return response.refusesClient() || response.refusesWithoutWords()
        ? Proof.WRONG_CLIENT
        : Proof.OTHER_REFUSAL;
  }

  /** Servers say it in many ways; one that says another thing is not asked again. */
  private static boolean missesClient(TokenResponse response) {
    String error = response.error();
    if (response.status() == 401 || response.refusesClient()) {
      return !response.refusesGrant();
    }
    if (response.status() / 100 == 5 || error == null) {
      return false;
    }
    String description = String.valueOf(response.errorDescription()).toLowerCase(Locale.ROOT);
    return error.equals("invalid_request")
        || (response.refusesGrant() && CLIENT_ID.matcher(description).find());
  }

  private @Nullable TokenResponse refresh(boolean withId) {
    String form = "grant_type=refresh_token&refresh_token=" + encoded(refreshToken);
    try {
      HttpResponse<String> answer =
          endpoint.post(withId ? form + "&client_id=" + encoded(clientId) : form);
      TokenResponse response = TokenResponse.of(answer.statusCode(), answer.body());
      attempts.add(new Attempt(withId, response, null));
      return response;
    } catch (IOException e) {
      attempts.add(new Attempt(withId, null, e.getMessage()));
      return null;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
