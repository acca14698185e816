package dev.mcphotfix.agent.weave.call;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Leads the returns of a method to its end, outside of all that it catches itself, and there asks
 * the bridge, and returns what that gives, or sets a field to it.
 */
final class ReturnCall extends MethodVisitor {

  private final BridgeCall call;
  private final @Nullable FieldAccess field;
  private final Type type;
  private final int slot;
  private final int free;
  private final Label end = new Label();
  private boolean returns;

  /**
   * @param field null where what is returned may be replaced
   * @param freeLocal the first local variable that the method does not use
   */
  ReturnCall(MethodVisitor code, BridgeCall call, @Nullable FieldAccess field, int freeLocal) {
    super(Opcodes.ASM9, code);
    this.call = call;
    this.field = field;
    this.type = Type.getReturnType(call.locals().method().descriptor());
    this.slot = freeLocal;
    this.free = freeLocal + type.getSize();
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      super.visitInsn(opcode);
      return;
    }
    returns = true;
    if (isOfValue()) {
      super.visitVarInsn(type.getOpcode(Opcodes.ISTORE), slot);
    }
    super.visitJumpInsn(Opcodes.GOTO, end);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (returns) {
      writeEnd();
    }
    int stack = Math.max(maxStack, BridgeCall.STACK);
    super.visitMaxs(stack, Math.max(maxLocals, free + 1));
  }

  private boolean isOfValue() {
    return type.getSort() != Type.VOID;
  }

  private void writeEnd() {
    Object[] frame = isOfValue() ? call.locals().frameWith(type, slot) : call.locals().frame();
    mv.visitLabel(end);
    call.frame(mv, frame);
    if (field == null) {
      call.write(mv, this::loadReturned, free, frame, this::replaceReturned);
    } else {
      call.write(mv, field::load, free, frame, code -> field.store(code, free));
    }
    if (isOfValue()) {
      mv.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
    }
    mv.visitInsn(type.getOpcode(Opcodes.IRETURN));
  }

  private void loadReturned(MethodVisitor code) {
    Boxing.load(code, type, slot);
  }

  private void replaceReturned(MethodVisitor code) {
    code.visitVarInsn(Opcodes.ALOAD, free);
    Boxing.unbox(code, type);
    code.visitVarInsn(type.getOpcode(Opcodes.ISTORE), slot);
  }
}
