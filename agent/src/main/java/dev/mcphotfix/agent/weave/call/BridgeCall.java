package dev.mcphotfix.agent.weave.call;

import dev.mcphotfix.agent.weave.bytecode.BridgeAccess;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The instructions by which a method asks the bridge. Whatever is thrown among them is dropped, and
 * the method goes on with what it had.
 *
 * @param key of the site
 * @param locals of the method
 * @param hasFrames whether class files of this version have stack map frames
 */
record BridgeCall(String key, Locals locals, BridgeAccess access, boolean hasFrames) {

  private static final String OBJECT = "java/lang/Object";
  private static final String FILTER = "java/util/function/BiPredicate";
  private static final String FUNCTION = "java/util/function/Function";
  private static final String THROWABLE = "java/lang/Throwable";

  /** How much of the stack they use, beside what is put back. */
  static final int STACK = 9 + BridgeAccess.STACK;

  /** Some of the instructions, of which only the site's target knows. */
  @FunctionalInterface
  interface Part {
    void write(MethodVisitor code);
  }

  /**
   * Begins and ends with nothing on the stack.
   *
   * @param value leaves on the stack what the site's target holds, as an object; null where that is
   *     the arguments
   * @param free a slot for the bridge and for its answer
   * @param frame the local variables where the instructions end
   * @param use what is done with the answer, in that slot, where there is one
   */
  void write(MethodVisitor code, @Nullable Part value, int free, Object[] frame, Part use) {
    Label start = new Label();
    Label end = new Label();
    Label failed = new Label();
    Label after = new Label();
    code.visitTryCatchBlock(start, end, failed, THROWABLE);
    code.visitLabel(start);
    access.write(code);
    keep(code, free);
    test(code, after);
    apply(code, value, free);
    keep(code, free);
    code.visitJumpInsn(Opcodes.IFNULL, after);
    use.write(code);
    code.visitLabel(end);
    frame(code, frame); // Where the answer is returned, nothing leads here.
    code.visitJumpInsn(Opcodes.GOTO, after);
    code.visitLabel(failed);
    frame(code, frame, THROWABLE);
    code.visitInsn(Opcodes.POP);
    code.visitLabel(after);
    frame(code, frame);
  }

  void frame(MethodVisitor code, Object[] frame, Object... stack) {
    if (hasFrames) {
      code.visitFrame(Opcodes.F_FULL, frame.length, frame, stack.length, stack);
    }
  }

  private static void keep(MethodVisitor code, int slot) {
    code.visitInsn(Opcodes.DUP);
    code.visitVarInsn(Opcodes.ASTORE, slot);
  }

  /** Asks the filter, for which nothing is made: hardly any call of a woven method matters. */
  private void test(MethodVisitor code, Label after) {
    code.visitTypeInsn(Opcodes.CHECKCAST, FILTER);
    code.visitLdcInsn(key);
    if (locals.parameters().length > 0) {
      argument(code, 0);
    } else if (hasReceiver()) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
    } else {
      code.visitInsn(Opcodes.ACONST_NULL);
    }
    String test = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
    code.visitMethodInsn(Opcodes.INVOKEINTERFACE, FILTER, "test", test, true);
    code.visitJumpInsn(Opcodes.IFEQ, after);
  }

  private void apply(MethodVisitor code, @Nullable Part value, int bridge) {
    code.visitVarInsn(Opcodes.ALOAD, bridge);
    array(code, 4);
    element(code, 0);
    code.visitLdcInsn(key);
    code.visitInsn(Opcodes.AASTORE);
    if (hasReceiver()) {
      element(code, 1);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitInsn(Opcodes.AASTORE);
    }
    element(code, 2);
    arguments(code);
    code.visitInsn(Opcodes.AASTORE);
    if (value != null) {
      element(code, 3);
      value.write(code);
      code.visitInsn(Opcodes.AASTORE);
    }
    String apply = "(Ljava/lang/Object;)Ljava/lang/Object;";
    code.visitMethodInsn(Opcodes.INVOKEINTERFACE, FUNCTION, "apply", apply, true);
  }

  private boolean hasReceiver() {
    return !locals.method().isStatic() && !locals.method().isConstructor();
  }

  private void arguments(MethodVisitor code) {
    int count = locals.parameters().length;
    array(code, count);
    for (int i = 0; i < count; i++) {
      element(code, i);
      argument(code, i);
      code.visitInsn(Opcodes.AASTORE);
    }
  }

  private void argument(MethodVisitor code, int index) {
    Boxing.load(code, locals.parameters()[index], locals.slot(index));
  }

  private static void array(MethodVisitor code, int length) {
    Boxing.number(code, length);
    code.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT);
  }

  private static void element(MethodVisitor code, int index) {
    code.visitInsn(Opcodes.DUP);
    Boxing.number(code, index);
  }
}
