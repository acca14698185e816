package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.doctor.ProbeResult.Attempt;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Refreshes without the id and, unless that has proven enough or may have used the token up, with
 * it. A request that names no client does not use the token up; one that was accepted is never
 * followed by another.
 */
final class RefreshProbe {

  private final TokenEndpoint endpoint;
  private final String refreshToken;
  private final String clientId;

  RefreshProbe(TokenEndpoint endpoint, String refreshToken, String clientId) {
    this.endpoint = endpoint;
    this.refreshToken = refreshToken;
    this.clientId = clientId;
  }

  /** Sends one request or two, and waits for the answers. */
  ProbeResult run() {
    List<Attempt> attempts = new ArrayList<>(List.of(refresh(false)));
    if (attempts.get(0).kind().leavesOpen()) {
      attempts.add(refresh(true));
    }
    return new ProbeResult(attempts);
  }

  private Attempt refresh(boolean withId) {
    String form = "grant_type=refresh_token&refresh_token=" + encoded(refreshToken);
    try {
      HttpResponse<String> answer =
          endpoint.post(withId ? form + "&client_id=" + encoded(clientId) : form);
      return Attempt.of(withId, answer.statusCode(), answer.body());
    } catch (IOException e) {
      return Attempt.failed(withId, String.valueOf(e.getMessage()));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
