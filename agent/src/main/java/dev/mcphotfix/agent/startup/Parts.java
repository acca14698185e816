package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.Mode;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.hook.CallObserver;
import dev.mcphotfix.agent.hook.HookDispatcher;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Decision;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.LogMemory;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.oauth.discovery.MetadataDiscovery;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.record.ConfiguredServer;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the hooks work with, made when the first of them is met: until then there is nothing to log
 * and nothing to decide. Thread-safe.
 */
final class Parts implements HookDispatcher.FailureReport {

  private final HotfixConfiguration configuration;
  private final PrintStream stderr;
  private final @Nullable Instrumentation instrumentation;
  private final @Nullable LogMemory memory;
  private final @Nullable Examiner last;
  private @Nullable Logs logs;
  private @Nullable Telemetry telemetry;
  private @Nullable AgentLog log;
  private @Nullable Examiner examiner;

  /**
   * @param stderr the host's stream as it was at the start, before the host could replace it
   * @param instrumentation by which the host's own log is found
   * @param memory keeps what is logged, for those who ask later
   * @param last those of the configuration that held before; null where this is the first
   */
  Parts(
      HotfixConfiguration configuration,
      PrintStream stderr,
      Instrumentation instrumentation,
      LogMemory memory,
      @Nullable Examiner last) {
    this.configuration = configuration;
    this.stderr = stderr;
    this.instrumentation = instrumentation;
    this.memory = memory;
    this.last = last;
  }

  /** With a log in place of the one that the configuration asks for. */
  Parts(HotfixConfiguration configuration, PrintStream stderr, AgentLog log) {
    this.configuration = configuration;
    this.stderr = stderr;
    this.instrumentation = null;
    this.memory = null;
    this.last = null;
    this.log = log;
  }

  HotfixConfiguration configuration() {
    return configuration;
  }

  boolean observes() {
    return configuration.mode().value() == Mode.OBSERVE;
  }

  synchronized AgentLog log() {
    if (log == null) {
      logs = new Logs(configuration, stderr, instrumentation);
      log = memory == null ? logs.log() : observed(memory.over(logs.log()), memory);
    }
    return log;
  }

  private AgentLog observed(AgentLog remembered, LogMemory kept) {
    if (!configuration.jfr().value() && !configuration.mxbean().value()) {
      return remembered;
    }
    telemetry = new Telemetry(configuration, remembered, kept);
    return telemetry.log();
  }

  /** Is told when calls of woven code begin and end; null where nobody asks. */
  synchronized @Nullable CallObserver observer() {
    return telemetry == null ? null : telemetry.observer();
  }

  /** Lets go of the log's file, and of what stands in the JVM's own tools. */
  synchronized void close() {
    if (telemetry != null) {
      telemetry.close();
    }
    if (logs != null) {
      logs.close();
    }
  }

  synchronized Examiner examiner() {
    Examiner made = examiner;
    if (made == null) {
      made = last == null ? first() : configured(last);
      examiner = made;
    }
    return made;
  }

  private Examiner first() {
    return new Examiner(clients(), grants(), observes(), authorizationServers(), log());
  }

  /** The hooks of HTTP libraries, which stay, hold this one. */
  private Examiner configured(Examiner made) {
    made.configure(clients(), grants(), observes(), authorizationServers(), log());
    return made;
  }

  /** What requests are decided by, if one was met yet. */
  synchronized @Nullable Examiner madeExaminer() {
    return examiner;
  }

  /** Every effective value and where it came from. */
  void describe() {
    for (String line : configuration.describe()) {
      log().write(Entry.of(Severity.DEBUG, Notice.CONFIGURATION).with("value", line));
    }
  }

  @Override
  public void failed(HookPoint point, Throwable failure) {
    log()
        .write(
            new Decision(
                Action.LEFT_ALONE,
                Reason.AGENT_ERROR,
                failure.getClass().getSimpleName(),
                Severity.WARN,
                null,
                null,
                null,
                point.hook(),
                null));
  }

  private List<StaticClient> clients() {
    List<StaticClient> clients = new ArrayList<>();
    for (ServerConfiguration server : configuration.servers()) {
      clients.add(client(server));
    }
    return clients;
  }

  List<ConfiguredServer> configuredServers() {
    List<ConfiguredServer> servers = new ArrayList<>();
    for (ServerConfiguration server : configuration.servers()) {
      String type = server.type() == null ? "http" : server.type();
      servers.add(new ConfiguredServer(client(server), type, server.headers()));
    }
    return servers;
  }

  private static StaticClient client(ServerConfiguration server) {
    return new StaticClient(
        server.name(), server.url(), server.clientId(), server.tokenEndpoint(), server.issuer());
  }

  private Set<Grant> grants() {
    Set<Grant> grants = EnumSet.noneOf(Grant.class);
    for (String type : configuration.grants().value()) {
      Grant grant = Grant.ofType(type);
      if (grant != null) {
        grants.add(grant);
      }
    }
    return grants;
  }

  private AuthorizationServerDirectory authorizationServers() {
    return configuration.discovery().value()
        ? new MetadataDiscovery(log())
        : AuthorizationServerDirectory.NONE;
  }
}
