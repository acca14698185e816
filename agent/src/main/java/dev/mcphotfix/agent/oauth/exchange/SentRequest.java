package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.oauth.Verdict;
import dev.mcphotfix.agent.oauth.request.FormField;
import dev.mcphotfix.agent.oauth.request.ParsedRequest;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token request as it went out, for what its response tells.
 *
 * @param verdict the one that counts, of whichever hook
 * @param changed whether the agent wrote a client_id
 * @param credential fingerprint of what it redeems
 */
record SentRequest(
    ParsedRequest request,
    Verdict verdict,
    boolean changed,
    ByteBuffer credential,
    String requestId) {

  /** The client_id that the server got; null where it got none. */
  @Nullable String clientId() {
    StaticClient client = verdict.client();
    return changed && client != null ? client.clientId() : ownClientId(request);
  }

  /** The one client_id in the form; null where it is empty or the word for a missing one. */
  static @Nullable String ownClientId(ParsedRequest request) {
    List<FormField> fields = request.form().fields(ParsedRequest.CLIENT_ID);
    String value = fields.size() == 1 ? fields.get(0).value() : "";
    boolean missing = value.isEmpty() || value.equals("null") || value.equals("undefined");
    return missing ? null : value;
  }
}
