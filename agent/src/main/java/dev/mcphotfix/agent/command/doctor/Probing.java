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
    List<String> names =
        candidates.stream().map(each -> each.client().serverName()).distinct().toList();
    if (names.isEmpty()) {
      return notSent(
          "no record with a refresh token of a configured client", "see the records above");
    }
    if (names.size() > 1) {
      String several = "records of several servers could be probed: " + String.join(", ", names);
      return notSent(several, "choose one by --server NAME");
    }
    if (candidates.size() > 1) {
      String count = "of the %d records of %s the first is probed: %s";
      findings.add(
          Probe.SECTION,
          Finding.note(
              count.formatted(candidates.size(), names.get(0), candidates.get(0).place())));
    }
    return run(candidates.get(0), errors);
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
