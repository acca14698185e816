package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method that may be what a rule should name.
 *
 * @param about what it handles: candidates about the same thing compete
 * @param rule null where none is needed, or none would help
 * @param why what speaks for it and against it, a sentence each
 * @param relocated packages below which there are copies of the HTTP libraries it sends with
 * @param library the library whose method it is; null for the application's own
 */
record Candidate(
    Role role,
    MethodShape method,
    String about,
    int score,
    @Nullable Rule rule,
    List<String> why,
    @Nullable String library,
    List<String> relocated) {

  Candidate {
    why = List.copyOf(why);
    relocated = List.copyOf(relocated);
  }

  /** Its class and name, for people. */
  String title() {
    return Names.simple(method.owner()) + '#' + method.name();
  }

  /** Its class and name in full. */
  String reference() {
    return Names.binary(method.owner()) + '#' + method.name();
  }

  /** Without the rule, because of that. */
  Candidate withoutRule(String reason) {
    List<String> more = new ArrayList<>(why);
    more.add(reason);
    return new Candidate(role, method, about, score, null, more, library, relocated);
  }
}
