package dev.mcphotfix.testapp.bench;

import dev.mcphotfix.testapp.bench.agent.AgentBuilderAgent;
import dev.mcphotfix.testapp.bench.agent.EmptyAgent;
import dev.mcphotfix.testapp.bench.agent.EmptyTransformerAgent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways in which a program is started: without an agent, with the least ones, with this one and
 * with what a user could take instead.
 */
final class Variants {
  static final String NONE = "no agent";
  static final String EMPTY = "empty agent";
  static final String TRANSFORMER = "empty transformer";
  static final String ARGUMENTS = "this agent, arguments";
  static final String ONE_SERVER = "this agent, file with one server";
  static final String TEN_SERVERS = "this agent, file with ten servers and ten rules";
  static final String MANY_RULES = "this agent, rules for 10 000 methods";
  static final String RULE = "this agent, file, a rule on the method";
  static final String ASLEEP = "Byteman, rule asleep";
  static final String BYTEMAN = "Byteman, rule on the method";
  static final String BYTEMAN_JDK = "Byteman, rule on the JDK's client";
  static final String OPEN_TELEMETRY = "OpenTelemetry";

  private static final int METHODS = 10_000;
  private static final String ABSENT = "com.acme.Client";

  private final Path folder;
  private final Path agent;
  private final Path byteman;
  private final Path openTelemetry;
  private final URI endpoint;

  /**
   * @param libraries where Byteman and OpenTelemetry lie
   */
  Variants(Path folder, Path agent, Path libraries, URI endpoint) {
    this.folder = folder;
    this.agent = agent;
    byteman = libraries.resolve("byteman.jar");
    openTelemetry = libraries.resolve("opentelemetry-javaagent.jar");
    this.endpoint = endpoint;
  }

  List<Variant> of(Program program) throws IOException {
    List<Variant> variants = new ArrayList<>(least());
    variants.addAll(ours(program));
    variants.addAll(bytemans(program));
    if (program.name().equals(Programs.MANY)) {
      return variants;
    }
    variants.add(builder(program));
    if (Files.exists(openTelemetry)) {
      variants.add(openTelemetry());
    }
    return variants;
  }

  private List<Variant> least() throws IOException {
    Path empty = Jars.agent(folder.resolve("empty.jar"), EmptyAgent.class, List.of(), List.of());
    Path transformer =
        Jars.agent(
            folder.resolve("transformer.jar"), EmptyTransformerAgent.class, List.of(), List.of());
    return List.of(
        Variant.of(NONE),
        Variant.agent(EMPTY, empty, ""),
        Variant.agent(TRANSFORMER, transformer, ""));
  }

  private List<Variant> ours(Program program) throws IOException {
    Path one = ConfigurationFiles.write(folder.resolve("one.json"), endpoint, 1, 0, "");
    Path ten = ConfigurationFiles.write(folder.resolve("ten.json"), endpoint, 10, 10, "");
    List<Variant> ours = new ArrayList<>();
    ours.add(Variant.agent(ARGUMENTS, agent, ConfigurationFiles.options(endpoint)).ours());
    ours.add(Variant.agent(ONE_SERVER, agent, one.toString()).ours());
    ours.add(Variant.agent(TEN_SERVERS, agent, ten.toString()).ours());
    if (!program.isRefresh()) {
      Path many = ConfigurationFiles.write(folder.resolve("many.json"), endpoint, 1, METHODS, "");
      ours.add(Variant.agent(MANY_RULES, agent, many.toString()).ours());
    } else {
      String woven = program.main().getName();
      Path rule = folder.resolve(program.main().getSimpleName() + ".json");
      ConfigurationFiles.write(rule, endpoint, 10, 10, woven);
      ours.add(Variant.agent(RULE, agent, rule.toString()).ours());
    }
    return ours;
  }

  private List<Variant> bytemans(Program program) throws IOException {
    List<Variant> bytemans = new ArrayList<>();
    Path asleep = ConfigurationFiles.writeRule(folder.resolve("asleep.btm"), ABSENT);
    bytemans.add(byteman(ASLEEP, asleep));
    if (program.isRefresh()) {
      String type = program.main().getName();
      Path rule = folder.resolve(program.main().getSimpleName() + ".btm");
      bytemans.add(byteman(BYTEMAN, ConfigurationFiles.writeRule(rule, type)).healing());
    }
    if (program.name().equals(Programs.OVER_JDK)) {
      Path jdk = ConfigurationFiles.writeRuleOnJdk(folder.resolve("jdk.btm"));
      // A rule on a class of the JDK's finds Byteman on the bootstrap path only.
      bytemans.add(
          Variant.agent(BYTEMAN_JDK, byteman, "script:" + jdk + ",boot:" + byteman)
              .with("-Dorg.jboss.byteman.transform.all"));
    }
    return bytemans;
  }

  private Variant byteman(String name, Path script) {
    return Variant.agent(name, byteman, "script:" + script);
  }

  private Variant builder(Program program) throws IOException {
    Path jar =
        Jars.agent(
            folder.resolve("builder.jar"),
            AgentBuilderAgent.class,
            List.of(AgentBuilderAgent.advice()),
            Jars.onClassPath("byte-buddy-"));
    String type = program.isRefresh() ? program.main().getName() : ABSENT;
    return Variant.agent("AgentBuilder of Byte Buddy", jar, type).healing();
  }

  private Variant openTelemetry() {
    Variant variant = Variant.agent(OPEN_TELEMETRY, openTelemetry, "");
    for (String exporter : List.of("traces", "metrics", "logs")) {
      variant = variant.with("-Dotel." + exporter + ".exporter=none");
    }
    return variant.with("-Dotel.javaagent.logging=none");
  }
}
