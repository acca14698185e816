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
import java.util.Iterator;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * A process that replaces files, or undoes that, and ends at one step of the last as if it were
 * killed. A step is the end of what one of the classes that write does for another, and the middle
 * of a content. Arguments: the line that files consist of, the line that they are to consist of and
 * the number of the step; then {@code replace} or {@code undo}, the file and {@code done} or {@code
 * unusable}, as often as there are files; then, unless the step is 0, the last without an outcome.
 */
public final class CrashingCommand {

  /** The exit code of a process that got to the step. */
  static final int CRASHED = 137;

  private static final int LINES = 10_000;

  private static int step;

  private CrashingCommand() {}

  public static void main(String[] arguments) {
    weave();
    Iterator<String> words = List.of(arguments).iterator();
    byte[] before = bytes(words.next());
    byte[] after = bytes(words.next());
    int last = Integer.parseInt(words.next());
    while (words.hasNext()) {
      String command = words.next();
      Path file = Path.of(words.next());
      if (words.hasNext()) {
        expect(words.next(), run(command, file, before, after), file);
      } else {
        step = last;
        expect("done", run(command, file, before, after), file);
      }
    }
  }

  private static void expect(String expected, String outcome, Path file) {
    if (!outcome.equals(expected)) {
      System.err.println(file + ": " + outcome);
      System.exit(1);
    }
  }

  private static String run(String command, Path file, byte[] before, byte[] after) {
    FileReplacement replacement = new FileReplacement(file, Author.REPAIR);
    try {
      if (command.equals("undo")) {
        replacement.undo();
      } else {
        replacement.replace(before, after);
      }
      return "done";
    } catch (UnusableInputException e) {
      return "unusable";
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
    return namedOneOf("author", "channel", "clock", "file", "path");
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
