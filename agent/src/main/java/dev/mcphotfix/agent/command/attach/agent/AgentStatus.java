package dev.mcphotfix.agent.command.attach.agent;

import dev.mcphotfix.agent.log.Reason;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the agent in another JVM is. What it does not say is empty or null.
 *
 * @param given {@code premain} or {@code attach}
 * @param awake false while it waits for a class that it would weave
 * @param discovering whether it looks for token endpoints now
 * @param passedOver what of its configuration it could not use, and why
 * @param decisions how often each reason was given
 * @param observed how many of these changed nothing, as the mode was to observe
 * @param accepted how many token requests
 * @param refused how many token requests
 * @param warnings the last ones, each with its time before it
 * @param witnessed the facts of those of them that are the witness's
 * @param linesLost how many lines are missing in its log
 */
public record AgentStatus(
    @Nullable String version,
    @Nullable String mode,
    @Nullable Instant since,
    @Nullable String given,
    boolean awake,
    boolean discovering,
    List<Value> configuration,
    List<String> passedOver,
    List<Hook> hooks,
    Map<String, Long> decisions,
    Map<String, Long> observed,
    long accepted,
    long refused,
    List<Response> responses,
    List<String> warnings,
    List<Map<String, String>> witnessed,
    long linesLost) {

  private static final List<Reason> PATCHES =
      List.of(Reason.ADDED, Reason.ADDED_WITH_SECRET, Reason.FILLED_EMPTY, Reason.FILLED_NULL);

  /** A value of the configuration and where it was given. */
  public record Value(String key, String value, String origin) {}

  /** A hook, in one class if it met one. */
  public record Hook(
      String hook,
      @Nullable String type,
      @Nullable String method,
      @Nullable String loader,
      @Nullable String source,
      boolean woven,
      @Nullable String reason,
      long requests,
      long patched,
      Map<String, Long> leftAlone,
      @Nullable String lastDecision) {}

  /**
   * What a token endpoint answered.
   *
   * @param early whether to a request that came before the agent knew that it is one
   */
  public record Response(
      @Nullable String time,
      @Nullable String server,
      @Nullable String endpoint,
      @Nullable String status,
      @Nullable String error,
      boolean early) {}

  static AgentStatus of(Fields fields) {
    return new AgentStatus(
        fields.text("version"),
        fields.text("mode"),
        instant(fields.text("since")),
        fields.text("given"),
        fields.flag("awake"),
        fields.flag("discovering"),
        fields.objects("configuration").stream().map(AgentStatus::value).toList(),
        fields.texts("passedOver"),
        fields.objects("hooks").stream().map(AgentStatus::hook).toList(),
        fields.counts("decisions"),
        fields.counts("observed"),
        fields.number("accepted"),
        fields.number("refused"),
        fields.objects("responses").stream().map(AgentStatus::response).toList(),
        fields.texts("warnings"),
        fields.objects("witnessed").stream().map(Fields::texts).toList(),
        fields.number("linesLost"));
  }

  /** Whether at least one hook is woven. */
  public boolean isWoven() {
    return hooks.stream().anyMatch(Hook::woven);
  }

  /** Whether it changes nothing, and decides nothing. */
  public boolean isOff() {
    return "off".equals(mode);
  }

  /** Whether it tells each step of the client's. */
  public boolean isTracing() {
    return configuration.stream()
        .anyMatch(value -> value.key().equals("trace") && value.value().equals("on"));
  }

  /** How often the id was added to a token request, or would have been. */
  public long patchedRequests() {
    return PATCHES.stream().mapToLong(this::count).sum();
  }

  /** How many of these were only looked at. */
  public long observedRequests() {
    return PATCHES.stream().mapToLong(this::observed).sum();
  }

  /** How often the reason was given for what was only looked at. */
  public long observed(Reason reason) {
    return observed.getOrDefault(reason.code(), 0L);
  }

  /** How often the reason was given. */
  public long count(Reason reason) {
    return decisions.getOrDefault(reason.code(), 0L);
  }

  /** How many requests came before their token endpoint was found out. */
  public long early() {
    return decisions.entrySet().stream()
        .filter(decision -> Reason.isEarly(decision.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static Value value(Fields fields) {
    return new Value(
        fields.textOr("key", "?"), fields.textOr("value", ""), fields.textOr("origin", "?"));
  }

  private static Hook hook(Fields fields) {
    return new Hook(
        fields.textOr("hook", "?"),
        fields.text("class"),
        fields.text("method"),
        fields.text("loader"),
        fields.text("source"),
        fields.flag("woven"),
        fields.text("reason"),
        fields.number("requests"),
        fields.number("patched"),
        fields.counts("leftAlone"),
        fields.text("lastDecision"));
  }

  private static Response response(Fields fields) {
    long number = fields.number("status");
    return new Response(
        fields.text("time"),
        fields.text("server"),
        fields.text("endpoint"),
        number == 0 ? fields.text("status") : Long.toString(number),
        fields.text("error"),
        fields.flag("early"));
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException strange) {
      return null;
    }
  }
}
