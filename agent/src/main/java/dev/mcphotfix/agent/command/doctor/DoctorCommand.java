package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.configuration.ConfigurationArgument;
import dev.mcphotfix.agent.command.configuration.ConfigurationFindings;
import dev.mcphotfix.agent.command.configuration.ServerName;
import dev.mcphotfix.agent.command.credential.CredentialFile;
import dev.mcphotfix.agent.command.terminal.Confirmation;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.command.terminal.Output;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
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
      Prognosis.unread(findings);
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
    List<ServerConfiguration> servers = configured.servers();
    ServerName.check(server, servers);
    ConfigurationFindings.addServers(configured, configuration.remedy(), findings);
    ConfigurationFindings.addToml(configuration.toml(), configured, Finding::note, findings);
    CredentialFile file = credentials == null ? null : read(credentials, servers);
    if (file != null) {
      RecordFindings.add(file, servers, findings);
    }
    for (ServerConfiguration each : servers) {
      discovery.add(each.client(), configured.discovery().value());
    }
    discovery.tokenEndpoints().forEach(url -> EndpointFindings.add(url, findings));
    Prognosis prognosis = new Prognosis(findings, configuration.flag(), configured.mode().value());
    Probe.Proof proof =
        file == null || credentials == null || !probe ? null : probe(file, credentials, servers);
    if (proof == null) {
      prognosis.unproven(file != null, probe);
    } else {
      prognosis.after(proof);
    }
  }

  private static CredentialFile read(Path path, List<ServerConfiguration> servers) {
    return CredentialFile.read(path, CredentialFile.Search.KNOWN_SHAPES, servers);
  }

  private Probe.@Nullable Proof probe(
      CredentialFile file, Path path, List<ServerConfiguration> servers) {
    Probe one = new Probe(file, () -> read(path, servers), write, findings);
    return new Probing(one, discovery, findings, server, yes)
        .run(file, servers, output.command().getErr());
  }
}
