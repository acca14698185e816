package dev.mcphotfix.agent.weave.advice;

import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.assign.TypeCasting;

/**
 * Casts between references without asking what their types are.
 *
 * <p>The default assigner reads the class files of the host's types to find out whether a cast is
 * needed; these may not be there to be read, and a cast more costs nothing.
 */
enum ReferenceAssigner implements Assigner {
  INSTANCE;

  @Override
  public StackManipulation assign(
      TypeDescription.Generic source, TypeDescription.Generic target, Typing typing) {
    if (source.isPrimitive() || target.isPrimitive()) {
      return Assigner.DEFAULT.assign(source, target, typing);
    }
    return target.represents(Object.class)
        ? StackManipulation.Trivial.INSTANCE
        : TypeCasting.to(target);
  }
}
