package dev.mcphotfix.agent.witness;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from the client's own methods to the place where a request leaves.
 *
 * @param library what people call the HTTP library on it; null where it has none that is known
 * @param own the client's own methods, the innermost first; empty where a library sends on a thread
 *     of its own
 */
record CallPath(@Nullable String library, List<StackWalker.StackFrame> own) {

  /** What is further out than so many methods is not looked at. */
  private static final int DEEPEST = 256;

  private static final int MOST = 3;
  private static final String NO_RULE = "the command scan proposes one";

  /** That of the calling thread. */
  static CallPath here() {
    List<StackWalker.StackFrame> frames =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
            .walk(all -> all.limit(DEEPEST).toList());
    String library = null;
    List<StackWalker.StackFrame> own = new ArrayList<>();
    for (StackWalker.StackFrame frame : frames) {
      String name = frame.getClassName();
      library = library == null ? KnownLibraries.name(name) : library;
      if (own.size() < MOST && KnownLibraries.isOfClient(name)) {
        own.add(frame);
      }
    }
    return new CallPath(library, own);
  }

  /** The client's own methods, {@code com.acme.TokenClient#post}. */
  List<String> from() {
    List<String> from = new ArrayList<>();
    for (StackWalker.StackFrame frame : own) {
      from.add(frame.getClassName() + '#' + frame.getMethodName());
    }
    return from;
  }

  /** In the words of the configuration, the rule that may let the agent see such a request. */
  String rule() {
    for (ProposedRule.Holder holder : ProposedRule.Holder.values()) {
      for (StackWalker.StackFrame frame : own) {
        String method = frame.getClassName() + '#' + frame.getMethodName();
        String rule =
            frame.getMethodName().contains("lambda$")
                ? null
                : ProposedRule.of(method, frame.getDescriptor(), holder);
        if (rule != null) {
          return rule;
        }
      }
    }
    return NO_RULE;
  }
}
