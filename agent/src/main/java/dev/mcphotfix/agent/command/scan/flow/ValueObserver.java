package dev.mcphotfix.agent.command.scan.flow;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import java.util.List;

/** Is told, in their order, what the instructions of a method do with values that may matter. */
interface ValueObserver {

  /**
   * A call.
   *
   * @param made what it makes: its result, or the object of a constructor
   */
  void called(Call call, Value receiver, List<Value> arguments, Value made);

  /** The length of an array was asked for. */
  default void measured(Value array) {}

  /** The method returns it. */
  default void returned(Value value) {}
}
