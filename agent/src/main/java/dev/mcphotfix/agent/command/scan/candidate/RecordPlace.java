package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import net.bytebuddy.jar.asm.Type;

/**
 * Where a method has the record.
 *
 * @param index of the parameter; -1 for what is returned
 */
record RecordPlace(MethodShape method, int index) {

  private static final int RETURN = -1;

  static RecordPlace result(MethodShape method) {
    return new RecordPlace(method, RETURN);
  }

  Type type() {
    return index == RETURN ? method.result() : method.parameters().get(index);
  }

  /** What the method does with it, for people. */
  String verb() {
    return index == RETURN ? "returns " : "takes ";
  }

  /** In the notation of a rule. */
  @Override
  public String toString() {
    return index == RETURN ? "return" : "arg" + index;
  }
}
