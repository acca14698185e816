package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.bridge.Bridge;
import dev.mcphotfix.agent.config.AgentArgument;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.WitnessTime;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.control.Controlled;
import dev.mcphotfix.agent.host.ClassMemory;
import dev.mcphotfix.agent.launch.Launch;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.LogMemory;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import java.lang.instrument.Instrumentation;
import java.security.CodeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What commands do to the agent. */
final class AgentControl implements Controlled {

  private final Agent agent;
  private Set<String> replaced = new HashSet<>();

  AgentControl(Agent agent) {
    this.agent = agent;
  }

  @Override
  public LogMemory memory() {
    current().services().flush(); // So that the log has no less than the answer.
    return agent.memory();
  }

  @Override
  public Map<String, Object> configuration() {
    HotfixConfiguration configuration = current().services().configuration();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("version", version());
    members.put("mode", configuration.mode().value().text());
    members.put("given", agent.installation().isAttached() ? "attach" : "premain");
    members.put("since", Instant.ofEpochMilli(agent.since()).toString());
    members.put("reloads", current().number() - 1);
    members.put("awake", true);
    members.put("discovering", current().services().isDiscovering());
    members.put("configuration", values(configuration));
    members.put("passedOver", configuration.warnings());
    return members;
  }

  private static List<Map<String, String>> values(HotfixConfiguration configuration) {
    List<Map<String, String>> values = new ArrayList<>();
    for (HotfixConfiguration.Value value : configuration.values()) {
      Map<String, String> members = new LinkedHashMap<>();
      members.put("key", value.key());
      members.put("value", value.text());
      members.put("origin", value.origin().toString());
      values.add(members);
    }
    return values;
  }

  private static String version() {
    String version = Launch.class.getPackage().getImplementationVersion();
    return version == null ? "not packaged" : version;
  }

  @Override
  public List<String> hooks() {
    return current().catalogue().hooks();
  }

  @Override
  public List<String> sources(String className) {
    List<String> sources = new ArrayList<>();
    for (Class<?> type : instrumentation().getAllLoadedClasses()) {
      if (type.getName().equals(className)) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        boolean known = source != null && source.getLocation() != null;
        sources.add(known ? source.getLocation().toString() : "the JDK");
      }
    }
    return sources;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The witness alone is for a time, and is none of the options that the next reload begins
   * with.
   */
  @Override
  public List<String> reload(@Nullable String options) {
    WitnessTime witness = WitnessTime.alone(options);
    String before = current().arguments();
    String arguments = witness == null ? AgentArgument.changed(before, options) : before;
    try {
      HotfixConfiguration read = Startup.read(arguments);
      ToldProblems.print(read.warnings(), agent.installation().stderr());
      change(arguments, witness == null ? read : read.withWitness(witness));
      return List.of();
    } catch (InvalidConfigurationException invalid) {
      return invalid.problems();
    }
  }

  @Override
  public boolean isWitnessAlone() {
    return current().services().configuration().isWitnessAlone();
  }

  @Override
  public void endWitness() {
    Generation last = current();
    change(last.arguments(), last.services().configuration().withWitness(WitnessTime.OFF));
  }

  /**
   * What is under way in a method as it was woven before still reaches what it was woven for, until
   * the next change.
   */
  private void change(@Nullable String arguments, HotfixConfiguration configuration) {
    Generation last = current();
    agent.memory().forgetHooks();
    last.services().close();
    Generation next = agent.begin(arguments, configuration.inMode());
    next.services().examiner(); // For the hooks that stay, too.
    next.catalogue().follow(last.catalogue());
    weaveAgain(type -> last.transformer().test(type) || next.transformer().test(type));
    replaced.removeAll(next.catalogue().keys());
    agent.dispatcher().retire(replaced);
    replaced = last.catalogue().keys();
    next.services().log().write(Entry.of(Severity.INFO, Notice.RELOADED));
    next.services().lookAhead();
  }

  @Override
  public void detach() {
    Generation last = current();
    last.services().log().write(Entry.of(Severity.INFO, Notice.DETACHED));
    agent.end();
    instrumentation().removeTransformer(agent.installation());
    weaveAgain(last.transformer());
    Bridge.connect(null);
    ClassMemory.forgetAll();
    last.services().close();
    Bridge.release();
  }

  /** Shows the classes to the transformers once more, each from its original class file. */
  private void weaveAgain(Predicate<Class<?>> concerned) {
    for (Class<?> type : instrumentation().getAllLoadedClasses()) {
      if (instrumentation().isModifiableClass(type) && concerned.test(type)) {
        Launch.retransform(type, instrumentation());
      }
    }
  }

  private Instrumentation instrumentation() {
    return agent.installation().instrumentation();
  }

  private Generation current() {
    return Objects.requireNonNull(agent.generation(), "it was detached");
  }
}
