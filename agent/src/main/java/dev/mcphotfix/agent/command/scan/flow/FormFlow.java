package dev.mcphotfix.agent.command.scan.flow;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Where the form goes that a method makes or is given, as far as its own body tells.
 *
 * @param sent calls that are given the form, or something made from it, together with the url or an
 *     object that was given it; the first in the method first
 * @param given other calls that are given the form
 * @param oneByOne the first call that is given the parameter's name by itself
 * @param isWritten whether a class of the JDK sends the form
 * @param isMeasured whether the method itself tells how long the form is
 * @param isReturned whether it returns the form
 */
public record FormFlow(
    List<FormCall> sent,
    List<FormCall> given,
    @Nullable Call oneByOne,
    boolean isWritten,
    boolean isMeasured,
    boolean isReturned) {

  /**
   * Follows the forms through one method.
   *
   * @param file of the class that declares it
   * @param forms indexes of its parameters that are forms
   * @param makers methods that return a form
   */
  public static FormFlow of(
      ClassReader file, MethodShape method, Set<Integer> forms, Set<Call> makers) {
    Calls calls = new Calls(makers);
    BodyReader.read(file, method, forms, calls);
    return calls.flow();
  }

  /** Whether the method sends the form, or has it sent. */
  public boolean sends() {
    return isWritten || !sent.isEmpty();
  }

  /** Whether a form that is changed on its way would not be what the method says of it. */
  public boolean isFixed() {
    return isMeasured || (isWritten && !sent.isEmpty());
  }
}
