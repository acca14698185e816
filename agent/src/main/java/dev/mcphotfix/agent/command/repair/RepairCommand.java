package dev.mcphotfix.agent.command.repair;

import dev.mcphotfix.agent.command.configuration.ConfigurationArgument;
import dev.mcphotfix.agent.command.configuration.ServerName;
import dev.mcphotfix.agent.command.credential.CredentialFile;
import dev.mcphotfix.agent.command.file.Author;
import dev.mcphotfix.agent.command.file.FileReplacement;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.Output;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Adds the missing id to records that are on disk already. */
@Command(
    name = "repair",
    description = {
      "Adds the missing client_id to the credential records in a file.",
      "Shows what it would do; writes only with --write. Close the client first."
    },
    footer = {
      "",
      "Knows the files of Claude Code, Codex, gemini-cli, opencode, Cline, goose,",
      "mcp-remote, mcpo and copilot-cli, and records by name. Where a record is in",
      "another file: --pointer."
    })
public final class RepairCommand implements Callable<Integer> {

  @Mixin private final Output output = new Output();

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      required = true,
      description = "the file with the records")
  private Path credentials = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "CONFIG",
      description = {
        "the agent's file, or what would stand after",
        "-javaagent:JAR=, as mcpConfig=.mcp.json for",
        "the client's own file"
      })
  private @Nullable String config;

  @Option(names = "--write", description = "write the file, with a backup beside it")
  private boolean write;

  @Option(names = "--undo", description = "undo the last repair that is not undone yet")
  private boolean undo;

  @Option(
      names = "--pointer",
      paramLabel = "POINTER",
      description = "JSON pointer of the record (RFC 6901), as /servers/0")
  private @Nullable String pointer;

  @Option(
      names = "--server",
      paramLabel = "NAME",
      description = {
        "whose record that is, or such two files are;",
        "else whose the records with that server's url are"
      })
  private @Nullable String server;

  @Option(
      names = "--property",
      paramLabel = "NAME",
      description = "with --pointer: where the id goes, as client_info.client_id")
  private @Nullable String property;

  @Override
  public Integer call() {
    if (undo && write) {
      throw usage("--write and --undo: only one of them can be done");
    }
    if (property != null && pointer == null) {
      throw usage("--property is for the record at a --pointer; add that, or leave it out");
    }
    return undo ? undo() : repair();
  }

  private int undo() {
    Path file = pointer == null ? CredentialFile.changedFile(credentials) : credentials;
    Path backup = new FileReplacement(file, Author.REPAIR).undo();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("exitCode", ExitCode.NOTHING_WRONG);
    document.put("file", file.toString());
    document.put("restored", backup.toString());
    output.print(document, List.of(file + " is as it was before the repair; the backup is gone."));
    return ExitCode.NOTHING_WRONG;
  }

  private int repair() {
    List<ServerConfiguration> servers = servers();
    CredentialFile.Search search = new CredentialFile.Search(pointer, server, property);
    RepairPlan plan = RepairPlan.of(CredentialFile.read(credentials, search, servers), servers);
    boolean changes = write && plan.file().changed();
    RepairReport report =
        new RepairReport(plan, write, changes ? plan.file().write(Author.REPAIR) : null);
    output.print(report.document(), report.lines());
    return report.exitCode();
  }

  private List<ServerConfiguration> servers() {
    HotfixConfiguration configuration = configured();
    List<ServerConfiguration> servers = configuration.servers();
    if (servers.isEmpty()) {
      List<String> lines = new ArrayList<>(configuration.warnings());
      lines.add(config + ": no server with an oauth.clientId in it; add one, or name another file");
      throw new UnusableInputException(String.join(System.lineSeparator(), lines));
    }
    ServerName.check(server, servers);
    return servers;
  }

  private HotfixConfiguration configured() {
    if (config == null) {
      throw usage("Missing required option: '--config=CONFIG'");
    }
    try {
      return ConfigurationArgument.read(config);
    } catch (InvalidConfigurationException e) {
      List<String> lines = new ArrayList<>(e.problems());
      if (!config.contains("=")) {
        lines.add("If it is the client's own file, write --config mcpConfig=" + config);
      }
      throw new UnusableInputException(String.join(System.lineSeparator(), lines));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(output.command(), message);
  }
}
