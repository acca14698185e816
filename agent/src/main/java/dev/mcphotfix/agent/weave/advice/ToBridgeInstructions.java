package dev.mcphotfix.agent.weave.advice;

import dev.mcphotfix.agent.weave.bytecode.BridgeAccess;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.jar.asm.MethodVisitor;

/** What an advice's {@link ToBridge} parameter stands for. */
final class ToBridgeInstructions extends StackManipulation.AbstractBase {

  private final BridgeAccess access;

  ToBridgeInstructions(BridgeAccess access) {
    this.access = access;
  }

  @Override
  public Size apply(MethodVisitor code, Implementation.Context context) {
    access.write(code);
    return new Size(1, BridgeAccess.STACK);
  }
}
