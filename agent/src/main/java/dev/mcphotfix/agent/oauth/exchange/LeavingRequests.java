package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.host.caller.CallPath;
import dev.mcphotfix.agent.oauth.decision.RefreshTokens;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.trace.SeenRequest;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What the witness, which sees requests leave, has to know of them and to tell. Thread-safe; called
 * on the host's threads, for which it never waits.
 */
public final class LeavingRequests {

  private final Examiner examiner;
  private final Callers callers;

  LeavingRequests(Examiner examiner, Callers callers) {
    this.examiner = examiner;
    this.callers = callers;
  }

  /** Who has requests sent that libraries send on threads of their own. */
  public Callers callers() {
    return callers;
  }

  /**
   * What the log calls that request, where a hook has examined it in the last half minute and the
   * server has not answered it; null where none has.
   */
  public @Nullable String examined(TokenRequest request) {
    RefreshTokens known = examiner.refreshTokens();
    Trail trail = examiner.recent().unanswered(known.fingerprint(request.identity()));
    return trail == null ? null : trail.id();
  }

  /**
   * Whether a hook looks at a request of that endpoint while it passes, and so examines it when it
   * has left.
   */
  public boolean isLookedAt(TokenRequest request) {
    return examiner.recent().isPassing(request.endpoint());
  }

  /**
   * Is told of one that no hook has examined, for the trace alone.
   *
   * @param seer what has seen it, among the hooks
   * @param path who of the client's own has it sent
   */
  public void passed(TokenRequest request, String seer, CallPath path) {
    Setup current = examiner.setup();
    Examination seen = new Examination(request, current, examiner);
    ByteBuffer credential = seen.credential(seen.redeemed());
    String id = examiner.recent().nextId();
    current
        .exchangeTrace()
        .passed(
            new SeenRequest(request, credential, seer, id, path),
            current.knowledge().refreshTokens().owner(credential));
  }
}
