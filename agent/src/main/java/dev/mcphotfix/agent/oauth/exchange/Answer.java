package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.decision.Verdict;
import dev.mcphotfix.agent.oauth.request.FormField;
import dev.mcphotfix.agent.oauth.request.RequestForm;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered to a token request as it went out.
 *
 * @param verdict the one that counts, of whichever hook
 * @param configured whether it went to the token endpoint of a configured server
 * @param changed whether the agent wrote a client_id
 * @param credential fingerprint of what the request redeems
 * @param requestId correlates the entries in the log
 */
record Answer(
    TokenRequest request,
    Verdict verdict,
    boolean configured,
    boolean changed,
    ByteBuffer credential,
    String requestId,
    TokenResponse response) {

  /** The client_id that the server got; null where it got none. */
  @Nullable String clientId() {
    StaticClient client = verdict.client();
    return changed && client != null ? client.clientId() : request.form().clientId();
  }

  /** How many client_id the server got in the form. */
  int sentIds() {
    List<FormField> fields = request.form().fields(RequestForm.CLIENT_ID);
    return fields.size() > 1 ? fields.size() : clientId() == null ? 0 : 1;
  }
}
