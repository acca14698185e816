package dev.mcphotfix.agent.oauth.trace;

import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.HostSpans;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.LeastRecentlyUsed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes an entry for each step of each conversation, as long as they are not too many. */
final class Chronicle {

  private final AgentLog log;
  private final HostSpans spans;
  private final Conversations conversations;
  private final Map<String, Allowance> allowances = new LeastRecentlyUsed<>(Conversations.MOST);

  Chronicle(AgentLog log, HostSpans spans, String prefix) {
    this.log = log;
    this.spans = spans;
    this.conversations = new Conversations(prefix);
  }

  /** Adds what is said of one step. */
  @FunctionalInterface
  interface Facts {
    Entry addTo(Entry entry);
  }

  /** Answers the conversation that the step belongs to. */
  Conversation tell(Step step, String server, long now, Facts facts) {
    return tell(step, server, now, null, facts);
  }

  /**
   * The same for what may be told on another thread than the client's.
   *
   * @param sentIn the span in which that was
   */
  Conversation tell(Step step, String server, long now, @Nullable Object sentIn, Facts facts) {
    Conversation conversation;
    boolean takes;
    int leftOut;
    synchronized (this) {
      conversation = conversations.of(server, step, now);
      Allowance allowance = allowance(conversation);
      takes = allowance.takes(now);
      leftOut = takes ? allowance.takeLeftOut() : 0;
    }
    if (leftOut > 0) {
      Entry entry = entry(Step.LEFT_OUT, conversation);
      write(entry.with("count", Integer.toString(leftOut)), sentIn);
    }
    if (takes) {
      write(
          facts
              .addTo(entry(step, conversation))
              .with("ms", milliseconds(now - conversation.since()))
              .with("thread", ThreadName.shown(Thread.currentThread())),
          sentIn);
    }
    return conversation;
  }

  /** What a failed conversation comes to; the operator should look. */
  void diagnose(Conversation conversation, Cause cause, String sentence, @Nullable String request) {
    synchronized (this) {
      if (!allowance(conversation).takes(conversation.last())) {
        return;
      }
    }
    write(
        Entry.of(Severity.WARN, Notice.DIAGNOSIS)
            .with("conversation", conversation.id())
            .with("server", conversation.server())
            .with("request", request)
            .with("cause", cause.code())
            .with("story", sentence),
        null);
  }

  private void write(Entry entry, @Nullable Object sentIn) {
    log.write(entry);
    spans.write(entry, sentIn);
  }

  private Allowance allowance(Conversation conversation) {
    return allowances.computeIfAbsent(
        conversation.server(), name -> new Allowance(conversation.last()));
  }

  void failed(Throwable failure) {
    Entry entry = Entry.of(Severity.WARN, Notice.TRACE);
    log.write(entry.with("why", failure.getClass().getSimpleName()));
  }

  /** The step was the last: what begins then is another conversation. */
  synchronized void end(Conversation conversation) {
    conversations.end(conversation);
  }

  private static Entry entry(Step step, Conversation conversation) {
    return Entry.of(Severity.INFO, Notice.TRACE)
        .with("conversation", conversation.id())
        .with("step", step.text())
        .with("server", conversation.server());
  }

  static String milliseconds(long nanoseconds) {
    return Long.toString(TimeUnit.NANOSECONDS.toMillis(nanoseconds));
  }

  /** The methods of a call path, as one value; null where there is none. */
  static @Nullable String joined(List<String> frames) {
    return frames.isEmpty() ? null : String.join(",", frames);
  }

  static @Nullable String word(@Nullable Enum<?> word) {
    return word == null ? null : word.name().toLowerCase(Locale.ROOT);
  }
}
