package dev.mcphotfix.agent.weave.call;

import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * By how many slots an instruction changes the operand stack (Java Virtual Machine Specification,
 * section 6.5). A {@code long} or {@code double} takes two.
 */
final class StackDepth {

  private StackDepth() {}

  /** Of an instruction without operands that goes on to the next one. */
  static int ofInstruction(int opcode) {
    if (opcode <= Opcodes.DCONST_1) {
      return ofConstant(opcode);
    }
    if (opcode <= Opcodes.SALOAD) {
      return opcode == Opcodes.LALOAD || opcode == Opcodes.DALOAD ? 0 : -1;
    }
    if (opcode <= Opcodes.SASTORE) {
      return opcode == Opcodes.LASTORE || opcode == Opcodes.DASTORE ? -4 : -3;
    }
    if (opcode <= Opcodes.SWAP) {
      return ofStackInstruction(opcode);
    }
    return opcode <= Opcodes.LXOR ? ofArithmetic(opcode) : ofOther(opcode);
  }

  private static int ofConstant(int opcode) {
    if (opcode == Opcodes.NOP) {
      return 0;
    }
    return opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1 || opcode >= Opcodes.DCONST_0
        ? 2
        : 1;
  }

  private static int ofStackInstruction(int opcode) {
    return switch (opcode) {
      case Opcodes.POP -> -1;
      case Opcodes.POP2 -> -2;
      case Opcodes.SWAP -> 0;
      case Opcodes.DUP, Opcodes.DUP_X1, Opcodes.DUP_X2 -> 1;
      default -> 2;
    };
  }

  private static int ofArithmetic(int opcode) {
    if (opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG) {
      return 0;
    }
    if (opcode >= Opcodes.ISHL && opcode <= Opcodes.LUSHR) {
      return -1; // The distance is an int, whatever is shifted.
    }
    return opcode % 2 == 0 ? -1 : -2; // Int or float and long or double take turns.
  }

  private static int ofOther(int opcode) {
    return switch (opcode) {
      case Opcodes.I2L, Opcodes.I2D, Opcodes.F2L, Opcodes.F2D -> 1;
      case Opcodes.L2I,
          Opcodes.L2F,
          Opcodes.D2I,
          Opcodes.D2F,
          Opcodes.FCMPL,
          Opcodes.FCMPG,
          Opcodes.MONITORENTER,
          Opcodes.MONITOREXIT ->
          -1;
      case Opcodes.LCMP, Opcodes.DCMPL, Opcodes.DCMPG -> -3;
      default -> 0;
    };
  }

  static int ofVariable(int opcode) {
    return switch (opcode) {
      case Opcodes.ILOAD, Opcodes.FLOAD, Opcodes.ALOAD -> 1;
      case Opcodes.LLOAD, Opcodes.DLOAD -> 2;
      case Opcodes.LSTORE, Opcodes.DSTORE -> -2;
      default -> -1;
    };
  }

  static int ofField(int opcode, String descriptor) {
    int size = Type.getType(descriptor).getSize();
    return switch (opcode) {
      case Opcodes.GETSTATIC -> size;
      case Opcodes.PUTSTATIC -> -size;
      case Opcodes.GETFIELD -> size - 1;
      default -> -size - 1;
    };
  }

  static int ofCall(String descriptor, boolean hasReceiver) {
    int sizes = Type.getArgumentsAndReturnSizes(descriptor); // With a receiver among the arguments.
    return (sizes & 3) - (sizes >> 2) + (hasReceiver ? 0 : 1);
  }

  static int ofJump(int opcode) {
    return opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE ? -2 : -1;
  }

  static int ofLoadedConstant(Object value) {
    boolean isWide = value instanceof Long || value instanceof Double;
    return value instanceof ConstantDynamic dynamic ? dynamic.getSize() : isWide ? 2 : 1;
  }
}
