package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
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
public record Candidate(
    Role role,
    MethodShape method,
    String about,
    int score,
    @Nullable Rule rule,
    List<String> why,
    @Nullable String library,
    List<String> relocated) {

  public Candidate {
    why = List.copyOf(why);
    relocated = List.copyOf(relocated);
  }
}
