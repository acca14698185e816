package dev.mcphotfix.agent.weave.call;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Asks the bridge where a method begins, and uses the arguments, or the field, that it gives. */
final class EntryCall extends MethodVisitor {

  private static final String ARGUMENTS = "[Ljava/lang/Object;";

  private final BridgeCall call;
  private final @Nullable FieldAccess field;
  private final Locals locals;

  /**
   * @param field null where the arguments may be replaced
   */
  EntryCall(MethodVisitor code, BridgeCall call, @Nullable FieldAccess field) {
    super(Opcodes.ASM9, code);
    this.call = call;
    this.field = field;
    this.locals = call.locals();
  }

  @Override
  public void visitCode() {
    super.visitCode();
    // What the method itself has in this slot it has not put there yet.
    int free = locals.size();
    if (field == null) {
      call.write(mv, null, free, locals.frame(), this::replaceArguments);
    } else {
      call.write(mv, field::load, free, locals.frame(), code -> field.store(code, free));
    }
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
