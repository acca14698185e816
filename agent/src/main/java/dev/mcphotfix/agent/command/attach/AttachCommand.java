package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentLine;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.agent.OtherVersion;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.attach.jvm.JvmFinder;
import dev.mcphotfix.agent.command.attach.jvm.RunningJvm;
import dev.mcphotfix.agent.command.attach.preflight.Preflight;
import dev.mcphotfix.agent.command.configuration.AgentFlag;
import dev.mcphotfix.agent.command.configuration.AgentOptions;
import dev.mcphotfix.agent.command.configuration.ConfigurationFindings;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.command.terminal.Output;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts the agent into a JVM that is already running. */
@Command(
    name = "attach",
    description = {
      "Puts the agent into a JVM that is already running.",
      "First looks at all that could be in the way; nothing is touched if something is.",
      "The options are those of the agent; variables of that JVM count, too."
    },
    exitCodeList = {
      ExitCode.NOTHING_WRONG + ":the agent is in, and at least one method is woven",
      ExitCode.NEEDS_ATTENTION + ":the agent is not in, and the output says why",
      ExitCode.UNUSABLE_INPUT + ":wrong usage, or a file that cannot be read",
      ExitCode.INTERNAL_ERROR + ":internal error; -Dmcphotfix.debug shows where",
      ExitCode.NOTHING_WOVEN_YET + ":the agent is in, and no class that it weaves is loaded yet",
    })
public final class AttachCommand implements Callable<Integer> {

  private static final String AGENT = "Agent";

  @Mixin private final PidArgument pid = new PidArgument();
  @Mixin private final AgentOptions options = new AgentOptions();
  @Mixin private final Output output = new Output();

  @Option(names = "--dry-run", description = "only look; load nothing")
  private boolean dryRun;

  private final Findings findings = new Findings();
  private String log = "";
  private @Nullable AgentAnswer answer;

  @Override
  public Integer call() {
    boolean fit = isConfigured();
    Preflight preflight = Preflight.of(pid.value(), AgentFlag.ownJar(), options.files());
    preflight.checkLog(log);
    preflight.findings().forEach(each -> findings.add("Preflight", each));
    RunningJvm jvm = preflight.isPassed() ? preflight.jvm() : null;
    if (jvm != null && isIn(jvm)) {
      return print(ExitCode.NEEDS_ATTENTION);
    }
    if (!fit || jvm == null) {
      findings.add(AGENT, Finding.note("nothing was loaded into " + pid.value()));
      return print(ExitCode.NEEDS_ATTENTION);
    }
    if (dryRun) {
      findings.add(
          AGENT, Finding.note("nothing was loaded into " + pid.value() + ", as --dry-run asks"));
      return print(ExitCode.NOTHING_WRONG);
    }
    return print(install());
  }

  private boolean isConfigured() {
    try {
      Map<String, String> environment = JvmFinder.here().environment(pid.value());
      HotfixConfiguration configuration = options.read(environment);
      log = configuration.log().value().path();
      ConfigurationFindings.addServers(configuration, options.remedy(environment), findings);
      return !configuration.servers().isEmpty() || configuration.isWitnessAlone();
    } catch (InvalidConfigurationException invalid) {
      ConfigurationFindings.add(invalid, findings);
      return false;
    }
  }

  private boolean isIn(RunningJvm jvm) {
    boolean in = !AgentMode.of(jvm, AgentConnection.LIMIT).equals(AgentMode.NONE);
    if (in) {
      findings.add(
          AGENT,
          Finding.problem(
              "the agent is in " + pid.value() + " already, and stays as it is",
              "see status %1$s, or change its configuration with reload %1$s"
                  .formatted(pid.value())));
    }
    return in;
  }

  private int install() {
    try (AgentLine line = AgentLine.open(pid.value(), AgentFlag.ownJar(), AgentConnection.LIMIT)) {
      AgentAnswer installed = line.send(options.text());
      answer = installed;
      return tell(installed);
    } catch (TargetException e) {
      findings.add(AGENT, e.problem());
      return ExitCode.NEEDS_ATTENTION;
    }
  }

  private int tell(AgentAnswer installed) {
    installed.problems().forEach(each -> findings.add(AGENT, Finding.problem(each, null)));
    if (!installed.isDone()) {
      findings.add(AGENT, Finding.problem("the agent answers: " + installed.outcome(), null));
      return ExitCode.NEEDS_ATTENTION;
    }
    AgentStatus status = installed.status();
    String mode = status == null || status.mode() == null ? "" : ", mode " + status.mode();
    findings.add(
        AGENT, Finding.ok("it is in " + pid.value() + mode + "; see status " + pid.value()));
    Finding other = OtherVersion.of(status);
    if (other != null) {
      findings.add(AGENT, other);
    }
    return status != null && status.isWoven() ? ExitCode.NOTHING_WRONG : ExitCode.NOTHING_WOVEN_YET;
  }

  private int print(int exitCode) {
    Map<String, Object> document = new LinkedHashMap<>(findings.document());
    document.put("exitCode", exitCode);
    List<String> lines = new ArrayList<>(findings.lines(output.ansi()));
    AgentStatus status = answer == null ? null : answer.status();
    if (answer != null) {
      document.put("answer", answer.document());
    }
    if (status != null) {
      lines.add(output.ansi().string("@|bold Hooks|@"));
      HookTable.lines(status, true).forEach(line -> lines.add("  " + line));
    }
    output.print(document, lines);
    return exitCode;
  }
}
