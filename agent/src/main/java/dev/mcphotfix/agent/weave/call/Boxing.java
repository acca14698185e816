package dev.mcphotfix.agent.weave.call;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The instructions that make an object of a value, and back. */
final class Boxing {

  private Boxing() {}

  /** Leaves the variable's value on the stack, as an object. */
  static void load(MethodVisitor code, Type type, int slot) {
    code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
    box(code, type);
  }

  /** Makes the value on the stack an object. */
  static void box(MethodVisitor code, Type type) {
    if (isPrimitive(type)) {
      String box = wrapper(type);
      String valueOf = '(' + type.getDescriptor() + ")L" + box + ';';
      code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", valueOf, false);
    }
  }

  /** Makes the object on the stack a value of the type; fails in the host where it is none. */
  static void unbox(MethodVisitor code, Type type) {
    if (isPrimitive(type)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, wrapper(type));
      String name = type.getClassName() + "Value";
      String descriptor = "()" + type.getDescriptor();
      code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, wrapper(type), name, descriptor, false);
    } else {
      code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }
  }

  static void number(MethodVisitor code, int number) {
    if (number <= 5) {
      code.visitInsn(Opcodes.ICONST_0 + number);
    } else {
      code.visitIntInsn(Opcodes.SIPUSH, number);
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private static String wrapper(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.CHAR -> "java/lang/Character";
      case Type.BYTE -> "java/lang/Byte";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      default -> "java/lang/Double";
    };
  }
}
