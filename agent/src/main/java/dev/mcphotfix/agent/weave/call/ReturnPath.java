package dev.mcphotfix.agent.weave.call;

import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Follows one method to its returns. They can be led to the method's end where nothing else is on
 * the operand stack, and where the parameters are then what they were at the beginning; that is how
 * compilers of Java and Kotlin write nearly all methods.
 */
final class ReturnPath extends MethodVisitor {

  private static final int UNKNOWN = -1000;

  private final Locals locals;
  private final int returned;
  private boolean isOpen = true;
  private int depth;
  private int freeLocal;

  ReturnPath(Locals locals) {
    super(Opcodes.ASM9);
    this.locals = locals;
    this.returned = Type.getReturnType(locals.method().descriptor()).getSize();
  }

  boolean isOpen() {
    return isOpen;
  }

  /** The first one that the method does not use. */
  int freeLocal() {
    return freeLocal;
  }

  @Override
  public void visitFrame(int type, int numLocal, Object[] local, int numStack, Object[] stack) {
    isOpen &= locals.areIn(numLocal, local);
    depth = 0;
    for (int i = 0; i < numStack; i++) {
      depth += stack[i] == Opcodes.LONG || stack[i] == Opcodes.DOUBLE ? 2 : 1;
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      isOpen &= depth == returned;
      depth = UNKNOWN;
    } else if (opcode == Opcodes.ATHROW) {
      depth = UNKNOWN;
    } else {
      depth += StackDepth.ofInstruction(opcode);
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    depth += opcode == Opcodes.NEWARRAY ? 0 : 1;
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    boolean isLoad = opcode <= Opcodes.ALOAD;
    isOpen &= opcode != Opcodes.RET && (isLoad || variable >= locals.size());
    depth += StackDepth.ofVariable(opcode);
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    isOpen &= variable >= locals.size();
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    depth += opcode == Opcodes.NEW ? 1 : 0;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    depth += StackDepth.ofField(opcode, descriptor);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    depth += StackDepth.ofCall(descriptor, opcode != Opcodes.INVOKESTATIC);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    depth += StackDepth.ofCall(descriptor, false);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    isOpen &= opcode != Opcodes.JSR;
    depth = opcode == Opcodes.GOTO ? UNKNOWN : depth + StackDepth.ofJump(opcode);
  }

  @Override
  public void visitLdcInsn(Object value) {
    depth += StackDepth.ofLoadedConstant(value);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
    depth = UNKNOWN;
  }

  @Override
  public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
    depth = UNKNOWN;
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    depth += 1 - dimensions;
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    freeLocal = maxLocals;
  }
}
