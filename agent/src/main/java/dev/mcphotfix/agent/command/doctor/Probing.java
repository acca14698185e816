package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.credential.CredentialFile;
import dev.mcphotfix.agent.command.terminal.Confirmation;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the record to probe with, and asks whether it may be done.
 *
 * @param server the only one to be probed; null where there is but one
 * @param agreed whether the person has agreed beforehand
 */
record Probing(
    Probe probe,
    DiscoveryFindings discovery,
    Findings findings,
    @Nullable String server,
    boolean agreed) {

  /**
   * Probes.
   *
   * @return null where nothing was sent, which the findings say
   * @throws UnusableInputException where a new token could not be written
   */
  Probe.@Nullable Proof run(
      CredentialFile file, List<ServerConfiguration> servers, PrintWriter errors) {
    String obstacle = probe.obstacleToWriting();
    if (obstacle != null) {
      throw new UnusableInputException(obstacle + ". Nothing was sent");
    }
    List<ProbeCandidate> candidates = ProbeCandidate.in(file, servers, server);
    if (candidates.size() == 1) {
      return run(candidates.get(0), errors);
    }
    return candidates.isEmpty()
        ? notSent("no record with a refresh token of a configured client", "see the records above")
        : notSent("several records could be probed: " + candidates, "choose one by --server NAME");
  }

  private Probe.@Nullable Proof run(ProbeCandidate candidate, PrintWriter errors) {
    StaticClient client = candidate.client();
    String endpoint = discovery.tokenEndpoint(client);
    if (endpoint == null) {
      return notSent("no token endpoint of " + client.serverName(), "see the discovery above");
    }
    probe.warn(candidate, endpoint, errors);
    return agreed || Confirmation.isGiven("Go on?")
        ? probe.run(candidate, endpoint)
        : notSent("not agreed to", "answer y, or use --yes");
  }

  private Probe.@Nullable Proof notSent(String why, String advice) {
    findings.add(Probe.SECTION, Finding.problem("nothing was sent: " + why, advice));
    return null;
  }
}
