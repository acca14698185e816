package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.decision.Verdict;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered to a token request as it went out.
 *
 * @param verdict the one that counts, of whichever hook
 * @param changed whether the agent wrote a client_id
 * @param credential fingerprint of what the request redeems
 * @param requestId correlates the entries in the log
 */
record Answer(
    TokenRequest request,
    Verdict verdict,
    boolean changed,
    ByteBuffer credential,
    String requestId,
    TokenResponse response) {

  /** The client_id that the server got; null where it got none. */
  @Nullable String clientId() {
    StaticClient client = verdict.client();
    return changed && client != null ? client.clientId() : request.clientId();
  }
}
