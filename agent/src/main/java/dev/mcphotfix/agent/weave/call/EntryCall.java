package dev.mcphotfix.agent.weave.call;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Asks the bridge where a method begins, and uses what that gives: its arguments, a field, or what
 * is returned without the rest being run.
 */
final class EntryCall extends MethodVisitor {

  private static final String ARGUMENTS = "[Ljava/lang/Object;";

  private final BridgeCall call;
  private final Locals locals;
  private final @Nullable FieldAccess field;
  private final boolean instead;

  /**
   * @param field null where it is another target
   * @param instead whether an answer is returned; else the arguments, or the field, become it
   */
  EntryCall(MethodVisitor code, BridgeCall call, @Nullable FieldAccess field, boolean instead) {
    super(Opcodes.ASM9, code);
    this.call = call;
    this.locals = call.locals();
    this.field = field;
    this.instead = instead;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    // What the method itself has in this slot it has not put there yet.
    int free = locals.size();
    if (field != null) {
      call.write(mv, field::load, free, locals.frame(), code -> field.store(code, free));
    } else {
      call.write(mv, null, free, locals.frame(), instead ? this::giveBack : this::replaceArguments);
    }
  }

  private void giveBack(MethodVisitor code) {
    Type type = Type.getReturnType(locals.method().descriptor());
    code.visitVarInsn(Opcodes.ALOAD, locals.size());
    Boxing.unbox(code, type);
    code.visitInsn(type.getOpcode(Opcodes.IRETURN));
  }

  /** All are looked at before the first is replaced, so that none is where one is of no use. */
  private void replaceArguments(MethodVisitor code) {
    Type[] types = locals.parameters();
    code.visitVarInsn(Opcodes.ALOAD, locals.size());
    code.visitTypeInsn(Opcodes.CHECKCAST, ARGUMENTS);
    code.visitVarInsn(Opcodes.ASTORE, locals.size());
    for (int i = 0; i < types.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, locals.size());
      Boxing.number(code, i);
      code.visitInsn(Opcodes.AALOAD);
      Boxing.unbox(code, types[i]);
    }
    for (int i = types.length - 1; i >= 0; i--) {
      code.visitVarInsn(types[i].getOpcode(Opcodes.ISTORE), locals.slot(i));
    }
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    int stack = Math.max(maxStack, BridgeCall.STACK + locals.size());
    super.visitMaxs(stack, Math.max(maxLocals, locals.size() + 1));
  }
}
