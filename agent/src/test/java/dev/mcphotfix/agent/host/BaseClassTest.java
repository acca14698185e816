package dev.mcphotfix.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the JDK's base takes from the agent. A class that it has taken stays in this JVM. */
final class BaseClassTest {

  @BeforeAll
  static void openTheBase() {
    ModuleAccess.openBy(ByteBuddyAgent.install());
  }

  @Test
  void isSeenByALoaderWithoutAParent() throws Exception {
    String name = "java.net.McpHotfixSeen";

    assertThat(given(name, Opcodes.NOP).isThere()).isTrue();

    assertThat(new ClassLoader(null) {}.loadClass(name).getModule())
        .isSameAs(Object.class.getModule());
  }

  @Test
  void isTakenThoughItIsThereAlready() {
    String name = "java.net.McpHotfixTwice";

    assertThat(given(name, Opcodes.NOP).isThere()).isTrue();
    assertThat(given(name, Opcodes.ATHROW).isThere()).isTrue();
  }

  @Test
  void isRefusedInAnotherPackage() {
    assertThat(given("com.acme.McpHotfixElsewhere", Opcodes.NOP).isThere()).isFalse();
  }

  @Test
  void isRefusedWhereItsInitialisationFails() {
    BaseClass failing = given("java.net.McpHotfixFailing", Opcodes.ATHROW);

    assertThat(failing.isThere()).isFalse();
    assertThat(failing.isThere()).isFalse();
  }

  @Test
  void isRefusedWhereThatThrowsAnything() {
    BaseClass failing =
        new BaseClass("java.net.McpHotfixError") {
          @Override
          protected byte[] classFile() {
            throw new StackOverflowError();
          }
        };

    assertThat(failing.isThere()).isFalse();
  }

  /** One that waits may hold what the first one needs. */
  @Test
  @Timeout(30)
  void isNotWaitedForByAThreadThatComesMeanwhile() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    String name = "java.net.McpHotfixSlow";
    BaseClass slow =
        new BaseClass(name) {
          @Override
          protected byte[] classFile() {
            begun.countDown();
            await(told);
            return BaseClassTest.classFile(name, Opcodes.NOP);
          }
        };

    CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(slow::isThere);
    await(begun);
    assertThat(slow.isThere()).isFalse();
    told.countDown();

    assertThat(first.get()).isTrue();
    assertThat(slow.isThere()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BaseClass given(String name, int instruction) {
    return new BaseClass(name) {
      @Override
      protected byte[] classFile() {
        return BaseClassTest.classFile(name, instruction);
      }
    };
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
