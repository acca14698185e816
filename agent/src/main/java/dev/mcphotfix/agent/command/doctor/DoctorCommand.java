package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.configuration.ConfigurationArgument;
import dev.mcphotfix.agent.command.configuration.ConfigurationFindings;
import dev.mcphotfix.agent.command.credential.ConfiguredServers;
import dev.mcphotfix.agent.command.credential.CredentialFile;
import dev.mcphotfix.agent.command.file.RefusedException;
import dev.mcphotfix.agent.command.terminal.Confirmation;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.record.ConfiguredServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Walks through the defect as a person would who looks for its cause. */
@Command(
    name = "doctor",
    description = {
      "Looks for the cause of failing refreshes.",
      "That is: in the configuration, the saved records, the discovery of the token",
      "endpoint, the way to it, and the clock. Nothing is changed without --probe."
    })
public final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "CONFIG",
      description = "the agent's file, or what would stand after -javaagent:JAR=")
  private String config = "";

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

  @Option(names = "--json", description = "print a JSON object")
  private boolean json;

  private final Findings findings = new Findings();
  private final Diagnosis diagnosis = new Diagnosis();
  private final Confirmation confirmation = new Confirmation();

  @Override
  public Integer call() {
    checkUsage();
    try {
      examine(ConfigurationArgument.read(config));
    } catch (InvalidConfigurationException invalid) {
      ConfigurationFindings.add(invalid, findings);
    }
    return findings.print(spec.commandLine(), json);
  }

  private void checkUsage() {
    if (probe && credentials == null) {
      throw new UnusableInputException("--probe needs a refresh token; add --credentials FILE");
    }
    if (!probe && (write || yes || server != null)) {
      throw new UnusableInputException("--write, --yes and --server are for --probe; add it too");
    }
    if (probe && !yes && !confirmation.isPossible()) {
      throw new UnusableInputException(
          "--probe may use up the refresh token, and there is no terminal to ask you; nothing was"
              + " sent. Add --yes if you agree, and --write to keep the new token");
    }
  }

  private void examine(HotfixConfiguration configuration) {
    ConfigurationFindings.addServers(configuration, findings);
    List<ConfiguredServer> servers = ConfiguredServers.of(configuration);
    CredentialFile file = credentials == null ? null : read(credentials, servers);
    if (file != null) {
      RecordFindings.add(file, servers, InstantSource.system(), findings);
    }
    for (ConfiguredServer each : servers) {
      DiscoveryFindings.add(each.client(), configuration.discovery().value(), diagnosis, findings);
    }
    EndpointFindings endpoints = new EndpointFindings(InstantSource.system(), findings);
    diagnosis.tokenEndpoints().forEach(endpoints::add);
    if (file != null && probe) {
      probe(file, servers);
    }
  }

  private static CredentialFile read(Path path, List<ConfiguredServer> servers) {
    try {
      return CredentialFile.read(path, CredentialFile.Search.KNOWN_SHAPES, servers);
    } catch (RefusedException e) {
      throw new UnusableInputException(String.valueOf(e.getMessage()));
    }
  }

  private void probe(CredentialFile file, List<ConfiguredServer> servers) {
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
    String endpoint = diagnosis.tokenEndpoint(client);
    if (endpoint == null) {
      notSent("no token endpoint of " + client.serverName(), "see the discovery above");
      return;
    }
    one.warn(candidate, endpoint, spec.commandLine().getErr());
    if (yes || confirmation.isGiven("Go on?")) {
      one.run(candidate, endpoint);
    } else {
      notSent("not agreed to", "answer y, or use --yes");
    }
  }

  private void notSent(String why, String advice) {
    findings.add(ProbeFindings.SECTION, Finding.problem("nothing was sent: " + why, advice));
  }
}
