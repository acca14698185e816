package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.Mode;
import dev.mcphotfix.agent.config.ServerConfiguration;
import dev.mcphotfix.agent.decision.Action;
import dev.mcphotfix.agent.decision.AgentLog;
import dev.mcphotfix.agent.decision.Decision;
import dev.mcphotfix.agent.decision.Entry;
import dev.mcphotfix.agent.decision.Reason;
import dev.mcphotfix.agent.decision.Severity;
import dev.mcphotfix.agent.discovery.MetadataDiscovery;
import dev.mcphotfix.agent.hook.HookDispatcher;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.oauth.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.Grant;
import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.oauth.TokenRequests;
import dev.mcphotfix.agent.record.ConfiguredServer;
import java.io.PrintStream;
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
  private @Nullable AgentLog log;
  private @Nullable TokenRequests tokenRequests;

  /**
   * @param stderr the host's stream as it was at the start, before the host could replace it
   */
  Parts(HotfixConfiguration configuration, PrintStream stderr) {
    this.configuration = configuration;
    this.stderr = stderr;
  }

  /** With a log in place of the one that the configuration asks for. */
  Parts(HotfixConfiguration configuration, PrintStream stderr, AgentLog log) {
    this(configuration, stderr);
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
      log = Logs.of(configuration, stderr);
    }
    return log;
  }

  synchronized TokenRequests tokenRequests() {
    if (tokenRequests == null) {
      tokenRequests =
          new TokenRequests(clients(), grants(), observes(), authorizationServers(), log());
    }
    return tokenRequests;
  }

  /** Every effective value and where it came from. */
  void describe() {
    for (String line : configuration.describe()) {
      log().write(Entry.of(Severity.DEBUG, "configuration").with("value", line));
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
