package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.discovery.DiscoveryStep;
import dev.mcphotfix.agent.oauth.discovery.DiscoveryWalk;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of the way from the servers to their token endpoints, which are remembered
 * for the steps behind it.
 */
final class DiscoveryFindings {

  private static final String SECTION = "Discovery";

  /** How a server answers that it has nothing at a url, or not for GET. */
  private static final Set<String> ABSENT =
      Set.of("status 401", "status 404", "status 405", "status 410");

  private final Map<StaticClient, String> endpoints = new LinkedHashMap<>();
  private final Findings findings;

  DiscoveryFindings(Findings findings) {
    this.findings = findings;
  }

  /** Walks the way, step by step, unless that is switched off. */
  void add(StaticClient client, boolean mayFetch) {
    DiscoveryWalk walk = mayFetch ? DiscoveryWalk.of(client) : null;
    String endpoint = endpoint(client, walk);
    if (endpoint != null) {
      endpoints.put(client, endpoint);
    }
    if (walk == null) {
      findings.add(SECTION, switchedOff(client));
      return;
    }
    for (DiscoveryStep step : walk.steps()) {
      findings.add(SECTION, finding(client, step, endpoint != null));
    }
    findings.add(SECTION, result(client.serverName() + ": ", walk, endpoint));
  }

  /** Null where none is configured, nor was found. */
  @Nullable String tokenEndpoint(StaticClient client) {
    return endpoints.get(client);
  }

  /** Each once: several servers may share one. */
  Set<String> tokenEndpoints() {
    return new LinkedHashSet<>(endpoints.values());
  }

  /** The configured one, or the first that was found and can be trusted. */
  private static @Nullable String endpoint(StaticClient client, @Nullable DiscoveryWalk walk) {
    if (client.tokenEndpoint() != null || walk == null) {
      return client.tokenEndpoint();
    }
    return walk.found().stream()
        .filter(AuthorizationServer::trusted)
        .flatMap(server -> server.tokenEndpoints().stream())
        .findFirst()
        .orElse(null);
  }

  private static Finding switchedOff(StaticClient client) {
    String text = client.serverName() + ": discovery=off, nothing was fetched";
    return client.tokenEndpoint() == null
        ? Finding.problem(text, "configure oauth.tokenEndpoint, or switch discovery on")
        : Finding.ok(text);
  }

  /**
   * One step that leads nowhere is no problem: there are several ways. What is only not there is
   * not worth a note where another way has led on.
   */
  private static Finding finding(StaticClient client, DiscoveryStep step, boolean ledOn) {
    String text = client.serverName() + ": " + step.step() + " " + step.url();
    String line = text.stripTrailing() + ": " + step.answer();
    boolean normal = ledOn && ABSENT.contains(step.answer());
    return (step.useful() || normal
            ? Finding.ok(normal ? line + ", which is normal" : line)
            : Finding.note(line))
        .with("step", step.step())
        .with("url", step.url())
        .with("answer", step.answer());
  }

  private static Finding result(String name, DiscoveryWalk walk, @Nullable String endpoint) {
    List<AuthorizationServer> found = walk.found();
    if (endpoint == null) {
      return Finding.problem(
          name + "no token endpoint was found that the id may be sent to",
          found.isEmpty()
              ? "configure oauth.tokenEndpoint; the lines above say what each url answered"
              : "another issuer than oauth.issuer was found; correct that, or log in again");
    }
    String shown = Redaction.url(endpoint);
    if (!found.isEmpty()
        && found.stream().noneMatch(server -> server.tokenEndpoints().contains(endpoint))) {
      return Finding.note(
          name + "the configured token endpoint is " + shown + ", the metadata names another",
          "compare it with the lines above, letter for letter");
    }
    return Finding.ok(name + "the token endpoint is " + shown).with("tokenEndpoint", shown);
  }
}
