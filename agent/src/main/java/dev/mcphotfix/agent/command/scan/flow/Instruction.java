package dev.mcphotfix.agent.command.scan.flow;

import net.bytebuddy.jar.asm.Opcodes;

/**
 * What the instructions without operands do to the operand stack (Java Virtual Machine
 * Specification section 6.5), but for those that arrange it and that handle references.
 */
final class Instruction {

  private Instruction() {}

  /** How many values it takes. */
  static int pops(int opcode) {
    if (opcode <= Opcodes.DCONST_1) {
      return 0;
    }
    if (opcode <= Opcodes.SALOAD) {
      return 2;
    }
    if (opcode <= Opcodes.SASTORE) {
      return 3;
    }
    boolean unary =
        (opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG)
            || (opcode >= Opcodes.I2L && opcode <= Opcodes.I2S)
            || opcode >= Opcodes.ARRAYLENGTH;
    return unary ? 1 : 2;
  }

  /** Whether there is a result. */
  static boolean pushes(int opcode) {
    boolean stores = opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
    boolean locks = opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT;
    return opcode != Opcodes.NOP && !stores && !locks;
  }

  /** Whether the result is a long or a double. */
  static boolean isWide(int opcode) {
    return switch (opcode) {
      case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> true;
      case Opcodes.LALOAD, Opcodes.DALOAD -> true;
      case Opcodes.I2L, Opcodes.I2D, Opcodes.L2D, Opcodes.F2L, Opcodes.F2D, Opcodes.D2L -> true;
      default ->
          opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR && (opcode - Opcodes.IADD) % 2 == 1;
    };
  }
}
