package dev.mcphotfix.agent.command.scan.flow;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Reads one method of a class file. */
final class BodyReader extends ClassVisitor {

  private final MethodShape method;
  private final Body body;

  private BodyReader(MethodShape method, Body body) {
    super(Opcodes.ASM9);
    this.method = method;
    this.body = body;
  }

  /**
   * Tells an observer what the method does.
   *
   * @param file of the class that declares it
   * @param forms indexes of its parameters that are forms
   */
  static void read(
      ClassReader file, MethodShape method, Set<Integer> forms, ValueObserver observer) {
    BodyReader reader = new BodyReader(method, new Body(method, forms, observer));
    file.accept(reader, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    boolean meant = name.equals(method.name()) && descriptor.equals(method.descriptor());
    return meant ? body : null;
  }
}
