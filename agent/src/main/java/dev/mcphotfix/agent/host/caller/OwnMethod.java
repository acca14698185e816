package dev.mcphotfix.agent.host.caller;

/**
 * A method of the client's own on a stack, as text: who keeps it keeps no class of the client.
 *
 * @param descriptor of its types (Java Virtual Machine Specification, section 4.3.3)
 * @param place where in which file, as a stack trace shows it
 */
public record OwnMethod(String className, String name, String descriptor, String place) {

  private static final String LAMBDA = "lambda$";

  static OwnMethod of(StackWalker.StackFrame frame) {
    return new OwnMethod(
        frame.getClassName(), frame.getMethodName(), frame.getDescriptor(), place(frame));
  }

  /** What is woven in stands in no line. */
  private static String place(StackWalker.StackFrame frame) {
    String file = frame.getFileName();
    if (file == null) {
      return "Unknown Source";
    }
    return frame.getLineNumber() < 0 ? file : file + ':' + frame.getLineNumber();
  }

  /** Whether the compiler has named it. */
  boolean isLambda() {
    return name.contains(LAMBDA);
  }

  /** As a rule has it, {@code com.acme.TokenClient#post}. */
  String reference() {
    return className + '#' + name;
  }

  /** As a stack trace has it, {@code com.acme.TokenClient.post(TokenClient.java:88)}. */
  String line() {
    return className + '.' + name + '(' + place + ')';
  }
}
