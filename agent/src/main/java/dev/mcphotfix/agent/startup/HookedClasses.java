package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.Mode;
import dev.mcphotfix.agent.config.rule.Patch;
import dev.mcphotfix.agent.config.rule.RuleConfiguration;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import dev.mcphotfix.agent.weave.WantedHooks.MethodName;
import dev.mcphotfix.agent.witness.Witness;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The hooks that a configuration asks for, and the classes that they name; by names alone. */
record HookedClasses(HotfixConfiguration configuration) {

  /** Internal names, as all here that are names of classes. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    for (String stack : stacks()) {
      for (String prefix : prefixes()) {
        names.addAll(of(stack, prefix));
      }
    }
    for (RuleConfiguration rule : configuration.rules()) {
      names.add(of(rule));
    }
    names.addAll(ofWitness());
    return names;
  }

  /** The names of all hooks, built in ones first. */
  List<String> hooks() {
    List<String> names = new ArrayList<>(stacks());
    for (RuleConfiguration rule : configuration.rules()) {
      names.add(rule.name());
    }
    if (!ofWitness().isEmpty()) {
      names.add(Witness.HOOK);
    }
    return names;
  }

  /** None where no hook is wanted, and where a rule sees requests: it may be the remedy. */
  Map<String, String> unhookedClients() {
    if (configuration.mode().value() == Mode.OFF) {
      return Map.of();
    }
    for (RuleConfiguration rule : configuration.rules()) {
      if (rule.patch() == Patch.TOKEN_REQUEST) {
        return Map.of();
      }
    }
    return BuiltInHooks.unhookedClients();
  }

  List<MethodName> inheritedMethods() {
    List<MethodName> names = new ArrayList<>();
    for (RuleConfiguration rule : configuration.rules()) {
      if (!rule.point().methodName().equals("<init>")) {
        names.add(new MethodName(of(rule), rule.point().methodName()));
      }
    }
    return names;
  }

  /** The names of the built-in hooks. */
  List<String> stacks() {
    return configuration.http().value();
  }

  /** Those that have that adapter. */
  List<String> stacks(String adapter) {
    List<String> stacks = new ArrayList<>();
    for (String stack : stacks()) {
      if (BuiltInHooks.adapter(stack).equals(adapter)) {
        stacks.add(stack);
      }
    }
    return stacks;
  }

  /** What stands before the names of a library's packages: nothing, or the prefix of a copy. */
  List<String> prefixes() {
    List<String> prefixes = new ArrayList<>();
    prefixes.add("");
    for (String relocated : configuration.relocated().value()) {
      prefixes.add(relocated.concat("."));
    }
    return prefixes;
  }

  /** Those that a built-in hook weaves in the copy below the prefix. */
  static List<String> of(String stack, String prefix) {
    List<String> names = new ArrayList<>();
    for (String name : BuiltInHooks.classNames(stack)) {
      names.add(prefix.replace('.', '/').concat(name));
    }
    return names;
  }

  static String of(RuleConfiguration rule) {
    return rule.point().className().replace('.', '/');
  }

  /** Those that the witness looks into, where it is wanted. */
  Set<String> ofWitness() {
    Set<String> names = new HashSet<>();
    if (configuration.witness().value().isOn()) {
      for (String prefix : prefixes()) {
        for (String name : Witness.classNames()) {
          names.add(prefix.concat(name).replace('.', '/'));
        }
      }
    }
    return names;
  }
}
