package dev.mcphotfix.agent.command.scan.classfile;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Reads the shape of one method. */
final class MethodReader extends MethodVisitor {

  private final String owner;
  private final int access;
  private final String name;
  private final String descriptor;
  private final @Nullable String signature;
  private final @Nullable String[] parameterNames;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> literals = new LinkedHashSet<>();
  private final Set<Call> calls = new LinkedHashSet<>();
  private int named;

  MethodReader(
      String owner, int access, String name, String descriptor, @Nullable String signature) {
    super(Opcodes.ASM9);
    this.owner = owner;
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
    this.signature = signature;
    this.parameterNames = new @Nullable String[Type.getArgumentCount(descriptor)];
  }

  MethodShape shape() {
    List<@Nullable String> parameters = new ArrayList<>(Arrays.asList(parameterNames));
    return new MethodShape(
        owner, name, descriptor, signature, access, parameters, names, literals, calls);
  }

  @Override
  public void visitParameter(@Nullable String parameter, int access) {
    if (named < parameterNames.length) {
      parameterNames[named++] = parameter;
    }
  }

  /** Debug information tells names too; a parameter is at the place where it is passed. */
  @Override
  public void visitLocalVariable(
      String variable,
      String type,
      @Nullable String variableSignature,
      Label start,
      Label end,
      int index) {
    int slot = (access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
    Type[] types = Type.getArgumentTypes(descriptor);
    for (int i = 0; i < types.length; i++) {
      if (slot == index && parameterNames[i] == null && types[i].getDescriptor().equals(type)) {
        parameterNames[i] = variable;
      }
      slot += types[i].getSize();
    }
  }

  @Override
  public AnnotationVisitor visitAnnotation(String type, boolean visible) {
    return new ShapeReader.TextsOfAnnotation(names);
  }

  @Override
  public void visitLdcInsn(Object value) {
    if (value instanceof String text) {
      literals.add(text);
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String calledOwner, String called, String calledDescriptor, boolean itf) {
    calls.add(new Call(calledOwner, called, calledDescriptor));
  }

  /** Joined texts and lambdas: what is joined or referred to is among the arguments. */
  @Override
  public void visitInvokeDynamicInsn(
      String called, String calledDescriptor, Handle bootstrap, Object... arguments) {
    for (Object argument : arguments) {
      if (argument instanceof String text) {
        literals.add(text);
      } else if (argument instanceof Handle handle && handle.getTag() > Opcodes.H_PUTSTATIC) {
        calls.add(new Call(handle.getOwner(), handle.getName(), handle.getDesc()));
      }
    }
  }
}
