package dev.mcphotfix.agent.weave.call;

import dev.mcphotfix.agent.weave.bytecode.FieldSignature;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The instructions that read a field of the method's object, and set it. */
record FieldAccess(FieldSignature field) {

  /** Leaves its value on the stack, as an object. */
  void load(MethodVisitor code) {
    receiver(code);
    access(code, field.isStatic() ? Opcodes.GETSTATIC : Opcodes.GETFIELD);
    Boxing.box(code, type());
  }

  /**
   * Sets it to what a local variable has; leaves it where that is of another type.
   *
   * @param slot of an object
   */
  void store(MethodVisitor code, int slot) {
    receiver(code);
    code.visitVarInsn(Opcodes.ALOAD, slot);
    Boxing.unbox(code, type());
    access(code, field.isStatic() ? Opcodes.PUTSTATIC : Opcodes.PUTFIELD);
  }

  private void receiver(MethodVisitor code) {
    if (!field.isStatic()) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
    }
  }

  private void access(MethodVisitor code, int opcode) {
    code.visitFieldInsn(opcode, field.owner(), field.name(), field.descriptor());
  }

  private Type type() {
    return Type.getType(field.descriptor());
  }
}
