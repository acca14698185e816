package dev.mcphotfix.agent.command.scan.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The operand stack along the text of a method (Java Virtual Machine Specification section 2.6.2).
 * Where several ways meet, the one that is written first counts.
 */
final class OperandStack {

  private final Deque<Value> values = new ArrayDeque<>();
  private final Map<Label, List<Value>> atLabel = new HashMap<>();
  private boolean unreachable;

  Value push(Value value) {
    values.push(value);
    return value;
  }

  Value push(boolean wide) {
    return push(new Value(wide));
  }

  /** Something unknown where there is none, as what an exception handler begins with. */
  Value pop() {
    Value top = values.poll();
    return top == null ? new Value(false) : top;
  }

  void pop(int count) {
    for (int i = 0; i < count; i++) {
      pop();
    }
  }

  /** The arguments of a call, in their order. */
  List<Value> popArguments(String descriptor) {
    List<Value> arguments = new ArrayList<>();
    for (int i = Type.getArgumentCount(descriptor); i > 0; i--) {
      arguments.add(0, pop());
    }
    return arguments;
  }

  void jump(int opcode, Label target) {
    pop(operands(opcode));
    branch(target);
    if (opcode == Opcodes.GOTO) {
      end();
    }
  }

  /** What is on the stack now is so at that label, too. */
  void branch(Label target) {
    atLabel.putIfAbsent(target, new ArrayList<>(values));
  }

  private static int operands(int opcode) {
    if (opcode == Opcodes.GOTO || opcode == Opcodes.JSR) {
      return 0;
    }
    return opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE ? 2 : 1;
  }

  /** What follows is reached from elsewhere, if at all. */
  void end() {
    values.clear();
    unreachable = true;
  }

  void label(Label label) {
    List<Value> saved = atLabel.get(label);
    if (unreachable && saved != null) {
      values.clear();
      values.addAll(saved);
    }
    unreachable = false;
  }

  /** Copies, swaps or drops what is on top; false for any other instruction. */
  boolean arranged(int opcode) {
    switch (opcode) {
      case Opcodes.POP -> pop();
      case Opcodes.POP2 -> unit(true);
      case Opcodes.DUP -> copy(false, 0);
      case Opcodes.DUP_X1 -> copy(false, 1);
      case Opcodes.DUP_X2 -> copy(false, 2);
      case Opcodes.DUP2 -> copy(true, 0);
      case Opcodes.DUP2_X1 -> copy(true, 1);
      case Opcodes.DUP2_X2 -> copy(true, 2);
      case Opcodes.SWAP -> {
        Value top = pop();
        Value below = pop();
        push(top);
        push(below);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Puts a copy of what is on top below some slots. */
  private void copy(boolean two, int below) {
    List<Value> top = unit(two);
    List<Value> passed = below == 0 ? List.of() : unit(below == 2);
    pushAll(top);
    pushAll(passed);
    pushAll(top);
  }

  /** One slot or two, the upper first. */
  private List<Value> unit(boolean two) {
    List<Value> unit = new ArrayList<>(List.of(pop()));
    if (two && !unit.get(0).wide) {
      unit.add(pop());
    }
    return unit;
  }

  private void pushAll(List<Value> unit) {
    for (int i = unit.size() - 1; i >= 0; i--) {
      push(unit.get(i));
    }
  }
}
