package dev.mcphotfix.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the JDK's base takes from the agent. A class that it has taken stays in this JVM. */
final class BaseClassTest {

  @BeforeAll
  static void openTheBase() {
    ModuleAccess.openBy(ByteBuddyAgent.install());
  }

  @Test
  void isSeenByALoaderWithoutAParent() throws Exception {
    String name = "java.net.McpHotfixSeen";
    assertThat(BaseClass.isThere(name)).isFalse();

    assertThat(BaseClass.define(name, classFile(name, Opcodes.NOP))).isTrue();

    assertThat(new ClassLoader(null) {}.loadClass(name).getModule())
        .isSameAs(Object.class.getModule());
    assertThat(BaseClass.isThere(name)).isTrue();
  }

  @Test
  void isTakenThoughItIsThereAlready() {
    String name = "java.net.McpHotfixTwice";

    assertThat(BaseClass.define(name, classFile(name, Opcodes.NOP))).isTrue();
    assertThat(BaseClass.define(name, classFile(name, Opcodes.NOP))).isTrue();
  }

  @Test
  void isRefusedInAnotherPackage() {
    String name = "com.acme.McpHotfixElsewhere";

    assertThat(BaseClass.define(name, classFile(name, Opcodes.NOP))).isFalse();
  }

  @Test
  void isRefusedWhereItsInitialisationFails() {
    String name = "java.net.McpHotfixFailing";

    assertThat(BaseClass.define(name, classFile(name, Opcodes.ATHROW))).isFalse();
    assertThat(BaseClass.isThere(name)).isFalse();
  }

  /** One whose initialisation does so with {@code null}. */
  private static byte[] classFile(String name, int instruction) {
    ClassWriter type = new ClassWriter(0);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
    type.visit(Opcodes.V1_8, access, name.replace('.', '/'), null, "java/lang/Object", null);
    MethodVisitor code = type.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    code.visitInsn(Opcodes.ACONST_NULL);
    code.visitInsn(instruction);
    if (instruction != Opcodes.ATHROW) {
      code.visitInsn(Opcodes.RETURN);
    }
    code.visitMaxs(1, 0);
    code.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }
}
