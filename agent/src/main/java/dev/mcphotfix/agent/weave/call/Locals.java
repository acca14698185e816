package dev.mcphotfix.agent.weave.call;

import dev.mcphotfix.agent.weave.bytecode.MethodSignature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The local variables with which a method begins: its receiver and its parameters. */
final class Locals {

  private final MethodSignature method;
  private final Type[] parameters;
  private final List<Object> frame = new ArrayList<>();
  private final int size;

  /**
   * @param className internal name of the class that declares the method
   */
  Locals(String className, MethodSignature method) {
    this.method = method;
    this.parameters = Type.getArgumentTypes(method.descriptor());
    if (!method.isStatic()) {
      frame.add(method.isConstructor() ? Opcodes.UNINITIALIZED_THIS : className);
    }
    int slots = frame.size();
    for (Type parameter : parameters) {
      frame.add(verified(parameter));
      slots += parameter.getSize();
    }
    this.size = slots;
  }

  MethodSignature method() {
    return method;
  }

  Type[] parameters() {
    return parameters.clone();
  }

  /** How many slots they take. */
  int size() {
    return size;
  }

  /** The slot of a parameter. */
  int slot(int parameter) {
    int slot = method.isStatic() ? 0 : 1;
    for (int i = 0; i < parameter; i++) {
      slot += parameters[i].getSize();
    }
    return slot;
  }

  /** As a stack map frame has them. */
  Object[] frame() {
    return frame.toArray();
  }

  /** As a frame has them that has one value more, in that slot. */
  Object[] frameWith(Type value, int slot) {
    Object[] locals = Arrays.copyOf(frame(), frame.size() + slot - size + 1);
    Arrays.fill(locals, frame.size(), locals.length - 1, Opcodes.TOP);
    locals[locals.length - 1] = verified(value);
    return locals;
  }

  /** Whether a frame's locals begin with these, unchanged. */
  boolean areIn(int count, Object[] locals) {
    return count >= frame.size()
        && Arrays.equals(frame(), 0, frame.size(), locals, 0, frame.size());
  }

  private static Object verified(Type type) {
    return switch (type.getSort()) {
      case Type.LONG -> Opcodes.LONG;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.ARRAY, Type.OBJECT -> type.getInternalName();
      default -> Opcodes.INTEGER;
    };
  }
}
