package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.configuration.ConfigurationArgument;
import dev.mcphotfix.agent.command.configuration.ConfigurationFindings;
import dev.mcphotfix.agent.command.credential.CredentialFile;
import dev.mcphotfix.agent.command.terminal.Confirmation;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.command.terminal.Output;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Walks through the defect as a person would who looks for its cause. */
@Command(
    name = "doctor",
    description = {
      "Looks for the cause of failing refreshes.",
      "That is: in the configuration, the saved records, the discovery of the token",
      "endpoint, the way to it, and the clock. Nothing is changed without --probe."
    })
public final class DoctorCommand implements Callable<Integer> {

  @Mixin private final ConfigurationArgument configuration = new ConfigurationArgument();
  @Mixin private final Output output = new Output();

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description = "where the client saves its credential records")
  private @Nullable Path credentials;

  @Option(
      names = "--probe",
      description =
          "refresh without and with the client id; the server may replace the refresh token, and"
              + " the one in the file is used up then")
  private boolean probe;

  @Option(names = "--yes", description = "probe without asking")
  private boolean yes;

  @Option(
      names = "--write",
      description = "write a new refresh token that the probe got back to the file")
  private boolean write;

  @Option(
      names = "--server",
      paramLabel = "NAME",
      description = "the configured server to probe, where there are several")
  private @Nullable String server;

  private final Findings findings = new Findings();
  private final DiscoveryFindings discovery = new DiscoveryFindings(findings);

  @Override
  public Integer call() {
    checkUsage();
    try {
      examine(configuration.read());
    } catch (InvalidConfigurationException invalid) {
      ConfigurationFindings.add(invalid, findings);
    }
    return output.print(findings);
  }

  private void checkUsage() {
    if (probe && credentials == null) {
      throw new UnusableInputException("--probe needs a refresh token; add --credentials FILE");
    }
    if (!probe && (write || yes || server != null)) {
      throw new UnusableInputException("--write, --yes and --server are for --probe; add it too");
    }
    if (probe && !yes && Confirmation.terminal() == null) {
      throw new UnusableInputException(
          "--probe may use up the refresh token, and there is no terminal to ask you; nothing was"
              + " sent. Add --yes if you agree, and --write to keep the new token");
    }
  }

  private void examine(HotfixConfiguration configured) {
    ConfigurationFindings.addServers(configured, findings);
    List<ServerConfiguration> servers = configured.servers();
    CredentialFile file =
        credentials == null
            ? null
            : CredentialFile.read(credentials, CredentialFile.Search.KNOWN_SHAPES, servers);
    if (file != null) {
      RecordFindings.add(file, servers, findings);
    }
    for (ServerConfiguration each : servers) {
      discovery.add(each.client(), configured.discovery().value());
    }
    discovery.tokenEndpoints().forEach(url -> EndpointFindings.add(url, findings));
    if (file != null && probe) {
      probe(file, servers);
    }
  }

  private void probe(CredentialFile file, List<ServerConfiguration> servers) {
    Probe one = new Probe(file, write, findings);
    String obstacle = one.obstacleToWriting();
    if (obstacle != null) {
      throw new UnusableInputException(obstacle + ". Nothing was sent");
    }
    List<ProbeCandidate> candidates = ProbeCandidate.in(file, servers, server);
    if (candidates.size() == 1) {
      probe(one, candidates.get(0));
    } else if (candidates.isEmpty()) {
      notSent("no record with a refresh token of a configured client", "see the records above");
    } else {
      notSent("several records could be probed: " + candidates, "choose one by --server NAME");
    }
  }

  private void probe(Probe one, ProbeCandidate candidate) {
    StaticClient client = candidate.client();
    String endpoint = discovery.tokenEndpoint(client);
    if (endpoint == null) {
      notSent("no token endpoint of " + client.serverName(), "see the discovery above");
      return;
    }
    one.warn(candidate, endpoint, output.command().getErr());
    if (yes || Confirmation.isGiven("Go on?")) {
      one.run(candidate, endpoint);
    } else {
      notSent("not agreed to", "answer y, or use --yes");
    }
  }

  private void notSent(String why, String advice) {
    findings.add(Probe.SECTION, Finding.problem("nothing was sent: " + why, advice));
  }
}
