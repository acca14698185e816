package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.config.rule.ServerReference;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.oauth.trace.Trace;
import dev.mcphotfix.agent.record.shape.CredentialRecord;
import dev.mcphotfix.agent.record.shape.ListRecord;
import dev.mcphotfix.agent.record.shape.holder.RecordHolder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds the configured client id to the credential record that a method of the host saves or loads.
 * Thread-safe; it keeps nothing of the host.
 */
public final class CredentialHook implements HookHandler {

  private static final int LONGEST_NOTHING = 16;

  private final ServerReference server;
  private final RecordLog log;
  private final RecordHealer healer;

  /**
   * @param ruleName as the log shows it
   * @param property the name that the host's records give to the id, usually {@code clientId}, or
   *     the path to it with dots
   * @param observe whether to say what would be done and do nothing
   */
  public CredentialHook(
      String ruleName,
      String property,
      ServerReference server,
      List<ServerConfiguration> servers,
      boolean observe,
      AgentLog log,
      RefreshTokenLearner learner) {
    this(
        property,
        server,
        servers,
        observe,
        log,
        learner,
        new RecordTrace(Trace.NONE, ruleName, false));
  }

  /**
   * The same.
   *
   * @param trace knows the rule's name
   */
  public CredentialHook(
      String property,
      ServerReference server,
      List<ServerConfiguration> servers,
      boolean observe,
      AgentLog log,
      RefreshTokenLearner learner,
      RecordTrace trace) {
    this.server = server;
    this.log = new RecordLog(trace.ruleName(), observe, log);
    this.healer = new RecordHealer(property, List.copyOf(servers), this.log, learner, trace);
  }

  /** Answers the rebuilt record; null where the value was changed in place or left alone. */
  @Override
  public @Nullable Object handle(Invocation invocation) {
    Object value = invocation.value();
    if (value == null) {
      return null;
    }
    Object healed = healed(value, ServerClaim.of(server, invocation.arguments()));
    return healed == value ? null : healed;
  }

  private Object healed(Object value, ServerClaim claim) {
    RecordHolder holder = RecordHolder.of(value);
    if (holder != null) {
      return holder.healed(held -> healedOrAsItWas(held, claim));
    }
    ListRecord list = ListRecord.of(value);
    return list == null ? healedRecord(value, claim) : healedElements(list, claim);
  }

  private Object healedOrAsItWas(Object held, ServerClaim claim) {
    try {
      return healed(held, claim);
    } catch (Throwable failure) {
      log.failed(failure);
      return held;
    }
  }

  private Object healedElements(ListRecord list, ServerClaim claim) {
    for (String name : list.names()) {
      if (list.property(name) != null) {
        healer.heal(NestedRecord.of(list, name), claim);
      }
    }
    return list.value();
  }

  private Object healedRecord(Object value, ServerClaim claim) {
    if (nothing(value)) {
      return value;
    }
    CredentialRecord record = CredentialRecords.nested(value);
    healer.heal(record, claim);
    return record == null ? value : record.value();
  }

  /** A store without a record answers nothing, and some write that as text. */
  private static boolean nothing(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes.length <= LONGEST_NOTHING && nothing(new String(bytes, StandardCharsets.UTF_8));
    }
    return value instanceof String text && (text.isBlank() || text.strip().equals("null"));
  }
}
