package dev.mcphotfix.agent.oauth.trace;

import dev.mcphotfix.agent.oauth.decision.LeastRecentlyUsed;
import dev.mcphotfix.agent.oauth.trace.TokenAnswer.Refused;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Remembers of each server what a failure may come from, and says it once for each conversation.
 * Thread-safe.
 */
final class Diagnoses {

  private static final int MOST_TOKENS = 256;

  private final Chronicle chronicle;

  /** Since when each server refuses the client, and with which status. */
  private final Map<String, Out> out = new LeastRecentlyUsed<>(Conversations.MOST);

  /** The last one of each server. */
  private final Map<String, SeenRecord> records = new LeastRecentlyUsed<>(Conversations.MOST);

  /** The first request that has redeemed each credential, or may yet, by its fingerprint. */
  private final Map<ByteBuffer, SentRequest> first = new LeastRecentlyUsed<>(MOST_TOKENS);

  /** The conversation of each server that was diagnosed last. */
  private final Map<String, String> diagnosed = new LeastRecentlyUsed<>(Conversations.MOST);

  Diagnoses(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  private record Out(long since, int status) {}

  synchronized void out(String server, int status, long now) {
    Out before = out.get(server);
    out.put(server, new Out(before == null ? now : before.since(), status));
  }

  /** Since when it was out; null where it was not. */
  synchronized @Nullable Long in(String server) {
    Out before = out.remove(server);
    return before == null ? null : before.since();
  }

  /** Answers the record that was shown before. */
  synchronized @Nullable SeenRecord shown(String server, SeenRecord record) {
    return records.put(server, record);
  }

  synchronized void sent(SentRequest request) {
    first.putIfAbsent(request.credential(), request);
  }

  /** A token request was not granted. */
  synchronized void refused(Conversation conversation, TokenAnswer answer, SentRequest request) {
    SentRequest before = first.get(request.credential());
    boolean used = before != null && !before.id().equals(request.id());
    if (!used) {
      first.remove(request.credential()); // It was not redeemed, and is sent again by right.
    }
    if (answer.refused() == Refused.NOTHING && answer.status() < 400) {
      return; // It says neither.
    }
    Cause cause = Cause.of(answer, request, used);
    long seconds =
        before == null ? 0 : TimeUnit.NANOSECONDS.toSeconds(request.since() - before.since());
    String id = used && before != null ? before.id() : null;
    String sentence = diagnosis(conversation).sentence(cause, answer, request, id, seconds);
    diagnose(conversation, cause, sentence, request.id());
  }

  /** The MCP server refuses the client: that alone may say why. */
  synchronized void refused(Conversation conversation, SeenResponse response) {
    if ("insufficient_scope".equals(response.error())) {
      String wanted = response.challenge().parameter("scope");
      String sentence =
          diagnosis(conversation).ofScope(wanted == null ? null : Scope.shown(wanted));
      diagnose(conversation, Cause.MISSING_SCOPE, sentence, null);
    } else {
      expired(conversation);
    }
  }

  /** The client is out, and its record shows that it will stay so. */
  synchronized void expired(Conversation conversation) {
    String sentence = diagnosis(conversation).ofExpiredRecord();
    if (sentence != null) {
      diagnose(conversation, Cause.EXPIRED_RECORD, sentence, null);
    }
  }

  private Diagnosis diagnosis(Conversation conversation) {
    Out since = out.get(conversation.server());
    return new Diagnosis(since == null ? null : since.status(), records.get(conversation.server()));
  }

  private void diagnose(
      Conversation conversation, Cause cause, String sentence, @Nullable String request) {
    String last = diagnosed.put(conversation.server(), conversation.id());
    if (!conversation.id().equals(last)) {
      chronicle.diagnose(conversation, cause, sentence, request);
    }
  }
}
