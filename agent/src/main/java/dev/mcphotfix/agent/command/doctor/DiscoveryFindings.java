package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.AuthorizationServerDirectory.AuthorizationServer;
import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.oauth.discovery.DiscoveryStep;
import dev.mcphotfix.agent.oauth.discovery.DiscoveryWalk;
import org.jspecify.annotations.Nullable;

/** What there is to say of the way from a server to its token endpoint. */
final class DiscoveryFindings {

  private static final String SECTION = "Discovery";

  private DiscoveryFindings() {}

  /** Walks the way, step by step, unless that is switched off. */
  static void add(StaticClient client, boolean mayFetch, Diagnosis diagnosis, Findings findings) {
    DiscoveryWalk walk = mayFetch ? DiscoveryWalk.of(client) : null;
    diagnosis.learn(client, walk);
    if (walk == null) {
      findings.add(SECTION, switchedOff(client));
      return;
    }
    for (DiscoveryStep step : walk.steps()) {
      findings.add(SECTION, finding(client, step));
    }
    findings.add(SECTION, result(client, walk, diagnosis));
  }

  private static Finding switchedOff(StaticClient client) {
    String text = client.serverName() + ": discovery=off, nothing was fetched";
    return client.tokenEndpoint() == null
        ? Finding.problem(text, "configure oauth.tokenEndpoint, or switch discovery on")
        : Finding.ok(text);
  }

  /** One step that leads nowhere is no problem: there are several ways. */
  private static Finding finding(StaticClient client, DiscoveryStep step) {
    String text = client.serverName() + ": " + step.step() + " " + step.url();
    String line = text.stripTrailing() + ": " + step.answer();
    return (step.useful() ? Finding.ok(line) : Finding.note(line))
        .with("step", step.step())
        .with("url", step.url())
        .with("answer", step.answer());
  }

  private static Finding result(StaticClient client, DiscoveryWalk walk, Diagnosis diagnosis) {
    String name = client.serverName() + ": ";
    String endpoint = diagnosis.tokenEndpoint(client);
    if (endpoint == null) {
      return Finding.problem(
          name + "no token endpoint was found that the id may be sent to",
          walk.found().isEmpty()
              ? "configure oauth.tokenEndpoint; the lines above say what each url answered"
              : "another issuer than oauth.issuer was found; correct that, or log in again");
    }
    String shown = Redaction.url(endpoint);
    Boolean published = isPublished(walk, endpoint);
    if (published != null && !published) {
      return Finding.note(
          name + "the configured token endpoint is " + shown + ", the metadata names another",
          "compare it with the lines above, letter for letter");
    }
    return Finding.ok(name + "the token endpoint is " + shown).with("tokenEndpoint", shown);
  }

  /** Null where nothing is published to compare with. */
  private static @Nullable Boolean isPublished(DiscoveryWalk walk, String endpoint) {
    if (walk.found().isEmpty()) {
      return null;
    }
    for (AuthorizationServer server : walk.found()) {
      if (server.tokenEndpoints().contains(endpoint)) {
        return true;
      }
    }
    return false;
  }
}
