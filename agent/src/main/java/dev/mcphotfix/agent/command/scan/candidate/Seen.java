package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.application.Application;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for a method because it was seen at work: token requests have left the client from
 * it, or from one that calls it.
 *
 * @param methods each as {@code com.acme.TokenClient#post}
 */
public record Seen(Set<String> methods) {

  /** Where nobody has looked. */
  public static final Seen NOTHING = new Seen(Set.of());

  private static final int ON_THE_WAY = 30;

  /** Not more than what keeps another one near, whose turn may not have come yet. */
  private static final int CALLED = 15;

  public Seen {
    methods = Set.copyOf(methods);
  }

  /** Whether anybody has looked, and at something else. */
  public boolean isElsewhere(Application application) {
    return !methods.isEmpty() && methods.stream().noneMatch(one -> isOf(application, one));
  }

  private static boolean isOf(Application application, String method) {
    String owner = method.substring(0, method.indexOf('#')).replace('.', '/');
    return application.shape(owner) != null;
  }

  Candidate weigh(Candidate candidate, Application application) {
    MethodShape method = candidate.method();
    if (has(method)) {
      return more(candidate, ON_THE_WAY, "a token request was seen to leave from it");
    }
    MethodShape caller = caller(method, application);
    return caller == null
        ? candidate
        : more(
            candidate,
            CALLED,
            "called by " + caller.title() + ", from which one was seen to leave");
  }

  private boolean has(MethodShape method) {
    return methods.contains(method.reference());
  }

  private @Nullable MethodShape caller(MethodShape method, Application application) {
    return application.callers(method).stream().filter(this::has).findFirst().orElse(null);
  }

  private static Candidate more(Candidate candidate, int weight, String reason) {
    List<String> why = new ArrayList<>(List.of(reason));
    why.addAll(candidate.why());
    return new Candidate(
        candidate.role(),
        candidate.method(),
        candidate.about(),
        candidate.score() + weight,
        candidate.rule(),
        why,
        candidate.library(),
        candidate.relocated());
  }
}
