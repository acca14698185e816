package dev.mcphotfix.agent.config.rule;

import dev.mcphotfix.agent.config.json.Node;
import dev.mcphotfix.agent.config.json.Node.Kind;
import dev.mcphotfix.agent.config.json.Problems;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the rules of the agent's own file. */
public final class RuleReader {

  private static final List<String> KEYS =
      List.of("name", "method", "patch", "target", "server", "endpoint", "property");

  private final List<String> serverNames;
  private final Problems problems;
  private final List<RuleConfiguration> rules = new ArrayList<>();
  private final Map<String, List<RuleConfiguration>> rulesOfMethod = new HashMap<>();

  private RuleReader(List<String> serverNames, Problems problems) {
    this.serverNames = serverNames;
    this.problems = problems;
  }

  public static List<RuleConfiguration> read(
      Node array, List<String> serverNames, Problems problems) {
    RuleReader reader = new RuleReader(serverNames, problems);
    for (Node rule : array.children()) {
      if (rule.expect(Kind.OBJECT, problems)) {
        rule.expectOnly(KEYS, problems);
        reader.add(rule);
      }
    }
    return reader.rules;
  }

  private void add(Node node) {
    RuleFields fields = new RuleFields(node, serverNames, problems);
    MethodReference method = fields.method();
    Patch patch = fields.patch();
    Target target = fields.target();
    ServerReference server = fields.server();
    Integer endpoint = fields.endpoint(patch);
    String property = fields.property(patch);
    String name = fields.name(method);
    if (method == null || patch == null || target == null || property == null || name == null) {
      return;
    }
    HookPoint point = method.at(name, target);
    List<RuleConfiguration> others = ofMethod(point.signature());
    refuseSecond(point, others, node);
    RuleConfiguration rule =
        new RuleConfiguration(point, patch, server, endpoint, property, node.origin());
    others.add(rule);
    rules.add(rule);
  }

  private List<RuleConfiguration> ofMethod(String signature) {
    List<RuleConfiguration> others = rulesOfMethod.get(signature);
    if (others == null) {
      others = new ArrayList<>();
      rulesOfMethod.put(signature, others);
    }
    return others;
  }

  private void refuseSecond(HookPoint point, List<RuleConfiguration> others, Node node) {
    for (RuleConfiguration other : others) {
      if (other.point().target().equals(point.target())) {
        node.problem("the same method and target as the rule at " + other.origin(), problems);
      }
    }
  }
}
