package dev.mcphotfix.agent.oauth.trace;

import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.HostSpans;
import dev.mcphotfix.agent.oauth.decision.LeastRecentlyUsed;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The trace that is on. */
public final class ToldTrace implements Trace {

  private static final int MOST_REQUESTS = 256;

  private final HostSpans spans;
  private final Chronicle chronicle;
  private final Diagnoses diagnoses;
  private final LongSupplier nanoTime;

  /** Those that are not answered yet, by what the log calls them. */
  private final Map<String, SentRequest> sent = new LeastRecentlyUsed<>(MOST_REQUESTS);

  /**
   * @param spans are told, too
   * @param prefix of the ids of conversations, which tells them from those of another configuration
   */
  public ToldTrace(AgentLog log, HostSpans spans, String prefix) {
    this(log, spans, prefix, new Clock());
  }

  /** Told to the log alone. */
  public ToldTrace(AgentLog log, String prefix) {
    this(log, HostSpans.NONE, prefix);
  }

  ToldTrace(AgentLog log, String prefix, LongSupplier nanoTime) {
    this(log, HostSpans.NONE, prefix, nanoTime);
  }

  private ToldTrace(AgentLog log, HostSpans spans, String prefix, LongSupplier nanoTime) {
    this.spans = spans;
    this.chronicle = new Chronicle(log, spans, prefix);
    this.diagnoses = new Diagnoses(chronicle);
    this.nanoTime = nanoTime;
  }

  /** No lambda, which would cost time at the start. */
  private static final class Clock implements LongSupplier {
    @Override
    public long getAsLong() {
      return System.nanoTime();
    }
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public @Nullable Object here() {
    return spans.here();
  }

  @Override
  public void requested(String server, boolean guessed, SeenRequest request) {
    long now = nanoTime.getAsLong();
    SentRequest told = SentRequest.of(request, server, now);
    synchronized (sent) {
      if (sent.putIfAbsent(request.id(), told) != null) {
        return;
      }
    }
    diagnoses.sent(told);
    chronicle.tell(
        Step.TOKEN_REQUEST,
        server,
        now,
        request.request().span(),
        entry -> request.addTo(entry, guessed));
  }

  @Override
  public void answered(@Nullable String server, TokenAnswer answer, String requestId) {
    long now = nanoTime.getAsLong();
    SentRequest request;
    synchronized (sent) {
      request = sent.remove(requestId);
    }
    String known = request == null ? server : request.server();
    if (known == null) {
      return;
    }
    String took = request == null ? null : Chronicle.milliseconds(now - request.since());
    Conversation conversation =
        chronicle.tell(
            Step.TOKEN_RESPONSE,
            known,
            now,
            entry -> answer.addTo(entry.with("request", requestId)).with("took", took));
    if (!answer.pending()) {
      if (!answer.granted() && request != null) {
        diagnoses.refused(conversation, answer, request);
      }
      chronicle.end(conversation);
    }
  }

  @Override
  public void responded(String server, SeenResponse response) {
    long now = nanoTime.getAsLong();
    if (response.isRefusal()) {
      diagnoses.out(server, response.status(), now);
      Conversation conversation =
          chronicle.tell(
              Step.REQUEST_REFUSED, server, now, response.sentIn(), response::addChallengeTo);
      diagnoses.refused(conversation, response);
    } else if (response.isSuccess()) {
      accepted(server, response, now);
    }
  }

  /** What is accepted all the time is no step of a conversation. */
  private void accepted(String server, SeenResponse response, long now) {
    Long since = diagnoses.in(server);
    if (since != null) {
      String out = Chronicle.milliseconds(now - since);
      chronicle.end(
          chronicle.tell(
              Step.REQUEST_ACCEPTED,
              server,
              now,
              response.sentIn(),
              entry -> response.addTo(entry).with("out", out)));
    }
  }

  @Override
  public void fetched(String server, boolean guessed, SeenResponse response) {
    chronicle.tell(
        Step.METADATA,
        server,
        nanoTime.getAsLong(),
        response.sentIn(),
        entry -> response.addTo(entry).with("guessed", guessed ? "server" : null));
  }

  @Override
  public void registered(String server, SeenResponse response) {
    chronicle.tell(
        Step.REGISTRATION, server, nanoTime.getAsLong(), response.sentIn(), response::addTo);
  }

  @Override
  public void authorized(String server, AuthorizationAnswer answer) {
    chronicle.tell(
        Step.AUTHORIZATION,
        server,
        nanoTime.getAsLong(),
        answer.response().sentIn(),
        answer::addTo);
  }

  /** What is loaded again and again, unchanged, is told once. */
  @Override
  public void recorded(String server, SeenRecord record) {
    if (record.isAs(diagnoses.shown(server, record)) && !record.saved()) {
      return;
    }
    Step step = record.saved() ? Step.RECORD_SAVED : Step.RECORD_LOADED;
    Conversation conversation = chronicle.tell(step, server, nanoTime.getAsLong(), record::addTo);
    diagnoses.expired(conversation);
  }

  @Override
  public void failed(Throwable failure) {
    chronicle.failed(failure);
  }
}
