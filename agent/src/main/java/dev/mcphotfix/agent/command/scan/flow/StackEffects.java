package dev.mcphotfix.agent.command.scan.flow;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The instructions that make nothing known: they only take from the operand stack and put on it.
 */
class StackEffects extends MethodVisitor {

  final OperandStack stack = new OperandStack();

  StackEffects() {
    super(Opcodes.ASM9);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    stack.pop(opcode == Opcodes.NEWARRAY ? 1 : 0);
    stack.push(false);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    stack.pop(dimensions);
    stack.push(false);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode != Opcodes.CHECKCAST) {
      stack.pop(opcode == Opcodes.NEW ? 0 : 1);
      stack.push(false);
    }
  }

  @Override
  public void visitJumpInsn(int opcode, Label target) {
    stack.jump(opcode, target);
  }

  @Override
  public void visitLabel(Label label) {
    stack.label(label);
  }

  @Override
  public void visitTableSwitchInsn(int low, int high, Label otherwise, Label... labels) {
    visitLookupSwitchInsn(otherwise, new int[0], labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    stack.pop();
    for (Label label : labels) {
      stack.branch(label);
    }
    stack.branch(otherwise);
    stack.end();
  }
}
