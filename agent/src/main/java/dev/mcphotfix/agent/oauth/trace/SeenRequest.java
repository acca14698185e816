package dev.mcphotfix.agent.oauth.trace;

import dev.mcphotfix.agent.host.caller.CallPath;
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

  /** Without what it redeems. */
  @Override
  public String toString() {
    return id;
  }
}
