package dev.mcphotfix.agent.weave.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.weave.bytecode.MethodSignature;
import dev.mcphotfix.agent.weave.bytecode.Place;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Methods as javac does not write them, but others may. */
final class ReturnPathsTest {

  private static final MethodSignature METHOD =
      new MethodSignature(Opcodes.ACC_STATIC, "post", "(Ljava/lang/String;)Ljava/lang/String;");

  @Test
  void areOpenWhereTheParameterIsStillThere() {
    assertThat(paths(code -> join(code, "java/lang/String"))).containsValue(2);
  }

  @Test
  void areClosedWhereAFrameHasDroppedTheParameter() {
    assertThat(paths(code -> join(code, Opcodes.TOP))).isNull();
  }

  @Test
  void areClosedWhereSomethingElseIsOnTheStack() {
    assertThat(paths(code -> code.visitInsn(Opcodes.ICONST_0))).isNull();
  }

  @Test
  void areClosedWhereTheParameterIsCounted() {
    assertThat(paths(code -> code.visitIincInsn(0, 1))).isNull();
  }

  @Test
  void areNotLookedForWhereNothingReturnedIsAskedFor() {
    ClassReader reader = new ClassReader(type(code -> join(code, Opcodes.TOP)));

    assertThat(ReturnPaths.freeLocals(reader, List.of(place(new Target.Arguments())))).isEmpty();
  }

  private static void join(MethodVisitor code, Object local) {
    Label end = new Label();
    code.visitJumpInsn(Opcodes.GOTO, end);
    code.visitLabel(end);
    code.visitFrame(Opcodes.F_FULL, 1, new Object[] {local}, 0, new Object[0]);
  }

  private static @Nullable Map<String, Integer> paths(Consumer<MethodVisitor> beginning) {
    ClassReader reader = new ClassReader(type(beginning));
    return ReturnPaths.freeLocals(reader, List.of(place(new Target.Return())));
  }

  private static Place place(Target target) {
    HookPoint point = new HookPoint("rule", "Host", METHOD.name(), null, target);
    return new Place(new Site("rule", point, call -> null), METHOD, null);
  }

  private static byte[] type(Consumer<MethodVisitor> beginning) {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Host", null, "java/lang/Object", null);
    MethodVisitor code =
        type.visitMethod(METHOD.accessFlags(), METHOD.name(), METHOD.descriptor(), null, null);
    code.visitCode();
    beginning.accept(code);
    code.visitLdcInsn("a");
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(2, 2);
    code.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }
}
