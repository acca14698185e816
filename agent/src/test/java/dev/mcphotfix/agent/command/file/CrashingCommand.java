package dev.mcphotfix.agent.command.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.isPrivate;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * A process that replaces a file, or undoes that, and ends at one step as if it were killed. A step
 * is the end of what one of the classes that write does for another, and the middle of a content.
 * Arguments: {@code replace} or {@code undo}, the file, the line that it consists of, the line that
 * it is to consist of, and the number of the step or 0.
 */
public final class CrashingCommand {

  /** The exit code of a process that got to the step. */
  static final int CRASHED = 137;

  private static final int LINES = 10_000;

  private static int step;

  private CrashingCommand() {}

  public static void main(String[] arguments) {
    step = Integer.parseInt(arguments[4]);
    if (step > 0) {
      weave();
    }
    FileReplacement replacement = new FileReplacement(Path.of(arguments[1]));
    try {
      if (arguments[0].equals("undo")) {
        replacement.undo();
      } else {
        replacement.replace(bytes(arguments[2]), bytes(arguments[3]));
      }
    } catch (UnusableInputException e) {
      System.exit(2);
    }
  }

  /** Called by woven code. */
  public static void ended() {
    if (--step == 0) {
      Runtime.getRuntime().halt(CRASHED);
    }
  }

  /** Called by woven code. If this is the step, half is written, and the end is the next one. */
  public static void begins(ByteBuffer content) {
    if (--step == 0) {
      content.limit(content.limit() / 2);
      step = 1;
    }
  }

  private static void weave() {
    new AgentBuilder.Default()
        .type(
            namedOneOf(
                nameOf("CredentialLock"), nameOf("FileReplacement"), nameOf("TemporaryFile")))
        .transform(
            (builder, type, loader, module, domain) ->
                builder
                    .visit(Advice.to(Half.class).on(takesArgument(1, ByteBuffer.class)))
                    .visit(
                        Advice.to(End.class)
                            .on(isMethod().and(not(isPrivate())).and(not(isAccessor())))))
        .installOn(ByteBuddyAgent.getInstrumentation());
  }

  private static String nameOf(String simpleName) {
    return CrashingCommand.class.getPackageName() + '.' + simpleName;
  }

  private static ElementMatcher<MethodDescription> isAccessor() {
    return namedOneOf("channel", "clock", "file", "path");
  }

  /** Looks at what is about to be written. */
  static final class Half {

    private Half() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(1) ByteBuffer content) {
      begins(content);
    }
  }

  /** Counts the methods that have ended. */
  static final class End {

    private End() {}

    @Advice.OnMethodExit
    static void exit() {
      ended();
    }
  }

  private static byte[] bytes(String line) {
    return line.repeat(LINES).getBytes(UTF_8);
  }
}
