package dev.mcphotfix.agent.config;

import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.rule.RuleConfiguration;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the operator asked for: valid, complete and immutable.
 *
 * @param logLevel from which severity on an entry is written
 * @param discovery whether a server's metadata may be fetched for its token endpoint
 * @param jfr whether decisions become events of the flight recorder
 * @param mxbean whether the JVM's management shows the agent
 * @param witness how long what leaves the JVM is looked at, below every HTTP library
 * @param trace whether each step of a server's conversation is told
 * @param grants values of {@code grant_type} that may get an id
 * @param http names of the built-in hooks to install
 * @param relocated packages below which copies of HTTP libraries lie
 * @param servers empty where no client id is configured anywhere
 * @param warnings what was passed over and why, one line each, nothing secret in them
 */
public record HotfixConfiguration(
    Setting<Mode> mode,
    Setting<LogTarget> log,
    Setting<Severity> logLevel,
    Setting<Boolean> discovery,
    Setting<Boolean> jfr,
    Setting<Boolean> mxbean,
    Setting<WitnessTime> witness,
    Setting<Boolean> trace,
    Setting<List<String>> grants,
    Setting<List<String>> http,
    Setting<List<String>> relocated,
    List<ServerConfiguration> servers,
    List<RuleConfiguration> rules,
    List<String> warnings) {

  public HotfixConfiguration {
    servers = List.copyOf(servers);
    rules = List.copyOf(rules);
    warnings = List.copyOf(warnings);
  }

  /** The same with these hooks only, and without the witness. */
  public HotfixConfiguration withHooks(List<String> builtIn, List<RuleConfiguration> declared) {
    return with(builtIn, declared, new Setting<>(WitnessTime.OFF, witness.origin()));
  }

  /** The same with a witness for so long. */
  public HotfixConfiguration withWitness(WitnessTime time) {
    return with(http.value(), rules, new Setting<>(time, Origin.ARGUMENT));
  }

  /** What its mode leaves of it: where that is off, the witness and the trace at most. */
  public HotfixConfiguration inMode() {
    return mode.value() == Mode.OFF && !trace.value() ? with(List.of(), List.of(), witness) : this;
  }

  /** Whether nothing is to be woven but the witness, which needs no server. */
  public boolean isWitnessAlone() {
    return mode.value() == Mode.OFF && witness.value().isOn() && !trace.value();
  }

  /** Whether nothing is to be woven at all. */
  public boolean isIdle() {
    return mode.value() == Mode.OFF && !witness.value().isOn() && !trace.value();
  }

  /** Whether it has the server that it needs: the witness alone needs none, nor does nothing. */
  public boolean isServed() {
    return !servers.isEmpty() || isWitnessAlone() || isIdle();
  }

  private HotfixConfiguration with(
      List<String> builtIn, List<RuleConfiguration> declared, Setting<WitnessTime> looks) {
    return new HotfixConfiguration(
        mode,
        log,
        logLevel,
        discovery,
        jfr,
        mxbean,
        looks,
        trace,
        grants,
        new Setting<>(List.copyOf(builtIn), http.origin()),
        relocated,
        servers,
        declared,
        warnings);
  }

  /** Every effective value with its origin, one a line; no header and nothing secret. */
  public List<String> describe() {
    List<String> lines = new ArrayList<>();
    for (Value value : values()) {
      lines.add(value.key() + '=' + value.text() + " (" + value.origin() + ')');
    }
    return lines;
  }

  /** Every effective value; nothing secret. */
  public List<Value> values() {
    List<Value> values = new ArrayList<>();
    values.add(new Value("mode", mode.value().text(), mode.origin()));
    values.add(new Value("log", log.value().text(), log.origin()));
    values.add(new Value("logLevel", word(logLevel.value()), logLevel.origin()));
    values.add(new Value("discovery", discovery.value() ? "on-demand" : "off", discovery.origin()));
    if (jfr.value()) {
      values.add(new Value("jfr", "on", jfr.origin()));
    }
    if (mxbean.value()) {
      values.add(new Value("mxbean", "on", mxbean.origin()));
    }
    if (witness.value().isOn()) {
      values.add(new Value("witness", witness.value().text(), witness.origin()));
    }
    if (trace.value()) {
      values.add(new Value("trace", "on", trace.origin()));
    }
    values.add(new Value("grants", String.join(",", grants.value()), grants.origin()));
    values.add(new Value("http", String.join(",", http.value()), http.origin()));
    values.add(new Value("relocated", String.join(",", relocated.value()), relocated.origin()));
    for (ServerConfiguration server : servers) {
      values.add(new Value("server " + server.name(), facts(server.client()), server.origin()));
    }
    for (RuleConfiguration rule : rules) {
      values.add(new Value("rule " + rule.name(), facts(rule), rule.origin()));
    }
    return values;
  }

  private static String word(Severity level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  /** A value of the configuration as text, and where it was given. */
  public record Value(String key, String text, Origin origin) {}

  /** Without what in a url may be a key of the operator's. */
  private static String facts(StaticClient client) {
    return "clientId:"
        + client.clientId()
        + fact(" url:", client.serverUrl())
        + fact(" tokenEndpoint:", client.tokenEndpoint())
        + fact(" issuer:", client.issuer());
  }

  private static String fact(String key, @Nullable String url) {
    return url == null ? "" : key + Redaction.url(url);
  }

  private static String facts(RuleConfiguration rule) {
    return rule.patch().text() + ' ' + rule.point().signature();
  }
}
