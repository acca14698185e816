package dev.mcphotfix.agent.host.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way from the client's own methods to the place where a request leaves.
 *
 * @param library what people call the HTTP library on it; null where it has none that is known
 * @param hook the built-in hook that covers it; null where none does
 * @param own the client's own methods, the innermost first; empty where a library sends on a thread
 *     of its own
 */
public record CallPath(@Nullable String library, @Nullable String hook, List<OwnMethod> own) {

  /** What is further out than so many methods is not looked at. */
  private static final int DEEPEST = 256;

  /** So many methods with a name of the client's own, and as many more that the compiler named. */
  private static final int MOST = 3;

  private static final String NO_RULE = "the command scan proposes one";
  private static final String NOT_ON =
      "none needed: the hook %1$s covers this client when it is on; heal PID, or %1$s in http";

  /** That of the calling thread. */
  public static CallPath here() {
    List<StackWalker.StackFrame> frames =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE) // For descriptors.
            .walk(all -> all.limit(DEEPEST).toList());
    String library = null;
    String hook = null;
    List<OwnMethod> own = new ArrayList<>();
    int named = 0;
    for (StackWalker.StackFrame frame : frames) {
      String name = frame.getClassName();
      library = library == null ? KnownLibraries.name(name) : library;
      hook = hook == null ? KnownLibraries.hook(name) : hook;
      if (named < MOST && own.size() < 2 * MOST && KnownLibraries.isOfClient(name)) {
        OwnMethod method = OwnMethod.of(frame);
        own.add(method);
        named += method.isLambda() ? 0 : 1;
      }
    }
    return new CallPath(library, hook, own);
  }

  /** Whether both are of a library that people call the same. */
  public boolean isOfSameLibrary(CallPath other) {
    return Objects.equals(library, other.library);
  }

  /** The client's own methods, {@code com.acme.TokenClient#post}. */
  public List<String> from() {
    List<String> from = new ArrayList<>();
    for (OwnMethod method : own) {
      from.add(method.reference());
    }
    return from;
  }

  /**
   * The same as a stack trace shows them, {@code com.acme.TokenClient.post(TokenClient.java:88)}.
   */
  public List<String> frames() {
    List<String> frames = new ArrayList<>();
    for (OwnMethod method : own) {
      frames.add(method.line());
    }
    return frames;
  }

  /**
   * In the words of the configuration, the rule that may let the agent see such a request; none
   * where a built-in hook would that is not on.
   *
   * @param on the names of the built-in hooks that are
   */
  public String rule(List<String> on) {
    if (hook != null && !on.contains(hook)) {
      return NOT_ON.formatted(hook);
    }
    String proposed = proposed();
    return proposed == null ? NO_RULE : proposed;
  }

  /** A rule on one of the client's own methods that may see such a request; null for none. */
  public @Nullable String proposed() {
    for (ProposedRule.Holder holder : ProposedRule.Holder.values()) {
      for (OwnMethod method : own) {
        String rule =
            method.isLambda()
                ? null
                : ProposedRule.of(method.reference(), method.descriptor(), holder);
        if (rule != null) {
          return rule;
        }
      }
    }
    return null;
  }
}
