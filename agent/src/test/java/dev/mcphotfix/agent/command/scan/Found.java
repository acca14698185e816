package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.configuration.ServersText;
import dev.mcphotfix.agent.command.scan.application.Progress;
import dev.mcphotfix.agent.command.scan.candidate.Role;
import dev.mcphotfix.agent.command.scan.candidate.Seen;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a scan found, as the tests look at it. */
record Found(ScanResult result) {

  static Found in(Path... paths) {
    return new Found(of(true, Seen.NOTHING, paths));
  }

  /** With all built-in hooks off. */
  static Found withoutHooks(Path... paths) {
    return new Found(of(false, Seen.NOTHING, paths));
  }

  /** With methods from which token requests were seen to leave. */
  static Found seeing(Set<String> methods, Path... paths) {
    return new Found(of(true, new Seen(methods), paths));
  }

  private static ScanResult of(boolean hooks, Seen seen, Path... paths) {
    return ScanResult.of(Stream.of(paths).map(Path::toFile).toList(), hooks, seen, Progress.NONE);
  }

  /** Methods of a role, the most likely first. */
  List<String> methods(Role role) {
    return candidates(role).stream().map(data -> String.valueOf(data.get("method"))).toList();
  }

  /** The proposed rules of a role, each as {@code method -> target}. */
  List<String> rules(Role role) {
    return candidates(role).stream()
        .filter(data -> Boolean.TRUE.equals(data.get("proposed")))
        .map(data -> (Map<?, ?>) data.get("rule"))
        .map(rule -> rule.get("method") + " -> " + rule.get("target"))
        .toList();
  }

  /** The rule of the first of a role. */
  Map<?, ?> rule(Role role) {
    return (Map<?, ?>) candidates(role).get(0).get("rule");
  }

  /** What is said for and against the first of a role. */
  String why(Role role) {
    return String.valueOf(candidates(role).get(0).get("why"));
  }

  String configuration() {
    return String.join(
        "\n", result.configuration(List.of("the-client.jar"), ServersText.toFillIn()));
  }

  /** What is printed beside it. */
  String remarks() {
    return String.join("\n", result.remarks());
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> candidates(Role role) {
    return (List<Map<String, Object>>) result.data().getOrDefault(role.word(), List.of());
  }
}
