package dev.mcphotfix.agent.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What the log has told so far, as far as an operator asks for it later: counts of all decisions,
 * the last of each hook, the fate of each hook, and the last responses and warnings. As harmless as
 * the log, and of bounded size. Thread-safe; locks are held for an instant.
 */
public final class LogMemory {

  private static final int LAST = 10;
  private static final int HOOKS = 1_000;
  private static final int EARLY = 64;

  private final DecisionMemory decisions = new DecisionMemory();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final Deque<TimedEntry> responses = new ArrayDeque<>();
  private final Deque<TimedEntry> warnings = new ArrayDeque<>();
  private final Deque<TimedEntry> hooks = new ArrayDeque<>();
  private final Deque<String> early = new ArrayDeque<>();

  /** The same log, of which this remembers what is written to it. */
  public AgentLog over(AgentLog log) {
    return new AgentLog() {
      @Override
      public void write(Entry entry) {
        remember(entry);
        log.write(entry);
      }

      @Override
      public void write(Decision decision) {
        remember(decision);
        log.write(decision);
      }
    };
  }

  private void remember(Decision decision) {
    long now = System.currentTimeMillis();
    decisions.remember(
        decision.hook(),
        decision.told(),
        decision.action(),
        () -> new TimedEntry(now, decision.entry()));
    rememberEarly(decision.told(), decision.request());
    if (decision.severity() == Severity.WARN) {
      add(warnings, new TimedEntry(now, decision.entry()), LAST);
    }
  }

  private void remember(Entry entry) {
    TimedEntry timed = new TimedEntry(System.currentTimeMillis(), entry);
    String hook = entry.facts().get("hook");
    String reason = entry.facts().get("reason");
    if (hook != null && reason != null) {
      decisions.remember(hook, reason, entry.event(), () -> timed);
      rememberEarly(reason, entry.facts().get("request"));
    }
    if (entry.event() instanceof Notice notice) {
      remember(notice, timed);
    }
    if (entry.severity() == Severity.WARN) {
      add(warnings, timed, LAST);
    }
  }

  private void remember(Notice notice, TimedEntry timed) {
    switch (notice) {
      case HOOK_WOVEN, HOOK_WAITS, HOOK_NOT_WOVEN -> addHook(timed);
      case TOKEN_RESPONSE -> addResponse(timed);
      default -> {} // Told once, and of no use later.
    }
  }

  /**
   * What is no more than a detail is neither: the answer while a user is asked, or to a stranger. A
   * refusal of what came too early says nothing about the id.
   */
  private void addResponse(TimedEntry timed) {
    add(responses, timed, LAST);
    switch (timed.entry().severity()) {
      case INFO -> accepted.increment();
      case WARN -> refused.add(isEarly(timed) ? 0 : 1);
      case DEBUG -> {}
    }
  }

  private void rememberEarly(String reason, @Nullable String request) {
    if (request != null && Reason.isEarly(reason)) {
      add(early, request, EARLY);
    }
  }

  /** Whether it answers a request that came before its token endpoint was found out. */
  public boolean isEarly(TimedEntry response) {
    String request = response.entry().facts().get("request");
    synchronized (early) {
      return request != null && early.contains(request);
    }
  }

  /** Another agent may have a class transformed again at any time. */
  private void addHook(TimedEntry timed) {
    synchronized (hooks) {
      hooks.removeIf(known -> place(known).equals(place(timed)));
      add(hooks, timed, HOOKS);
    }
  }

  private static List<@Nullable String> place(TimedEntry timed) {
    Map<String, String> facts = timed.entry().facts();
    return Arrays.asList(
        facts.get("hook"), facts.get("class"), facts.get("method"), facts.get("loader"));
  }

  private static <T> void add(Deque<T> entries, T entry, int most) {
    synchronized (entries) {
      if (entries.size() == most) {
        entries.removeFirst();
      }
      entries.addLast(entry);
    }
  }

  /** A line found no room on its way. */
  void lose() {
    lost.increment();
  }

  /** How many lines are missing where the log is written, since they found no room on their way. */
  public long linesLost() {
    return lost.sum();
  }

  /** How many token requests of configured servers were accepted. */
  public long accepted() {
    return accepted.sum();
  }

  /** How many token requests were refused that are a configured server's, or might be. */
  public long refused() {
    return refused.sum();
  }

  /** How often each reason was given at the hook, by its code. */
  public Map<String, Long> reasons(String hook) {
    return decisions.reasons(hook);
  }

  /** The same for all hooks together. */
  public Map<String, Long> reasons() {
    return decisions.reasons();
  }

  /** How many of these were only looked at, since the mode was another one then. */
  public Map<String, Long> observed() {
    return decisions.observed();
  }

  /** The last decision at the hook; null where there was none. */
  public @Nullable TimedEntry lastDecision(String hook) {
    return decisions.last(hook);
  }

  /** What became of each hook in each class that it names, oldest first. */
  public List<TimedEntry> hooks() {
    return copy(hooks);
  }

  /** The last answers to token requests, oldest first. */
  public List<TimedEntry> responses() {
    return copy(responses);
  }

  /** The last warnings, oldest first. */
  public List<TimedEntry> warnings() {
    return copy(warnings);
  }

  /** Before hooks are woven anew. */
  public void forgetHooks() {
    synchronized (hooks) {
      hooks.clear();
    }
  }

  private static List<TimedEntry> copy(Deque<TimedEntry> entries) {
    synchronized (entries) {
      return new ArrayList<>(entries);
    }
  }
}
