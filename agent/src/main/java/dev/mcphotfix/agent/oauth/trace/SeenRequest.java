package dev.mcphotfix.agent.oauth.trace;

import dev.mcphotfix.agent.host.caller.CallPath;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.nio.ByteBuffer;

/**
 * A token request on its way to the server.
 *
 * @param credential fingerprint of what it redeems
 * @param hook what has seen it: a built-in hook, a rule, or the witness, from below
 * @param id what the log calls it
 * @param path who of the client's own has it sent
 */
public record SeenRequest(
    TokenRequest request, ByteBuffer credential, String hook, String id, CallPath path) {

  /**
   * @param guessed whether its endpoint is not known to be the server's
   */
  Entry addTo(Entry entry, boolean guessed) {
    return new TokenRequestFacts(request)
        .addTo(entry.with("request", id).with("hook", hook))
        .with("guessed", guessed ? "server" : null)
        .with("from", Chronicle.joined(path.frames()))
        .with("rule", path.proposed());
  }

  /** Without what it redeems. */
  @Override
  public String toString() {
    return id;
  }
}
