package dev.mcphotfix.agent.weave;

import java.lang.reflect.Field;
import java.util.function.Function;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.TypeCasting;
import net.bytebuddy.implementation.bytecode.constant.NullConstant;
import net.bytebuddy.implementation.bytecode.constant.TextConstant;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;

/**
 * The instructions by which woven code finds the bridge: {@code (Function)
 * ClassLoader.getSystemClassLoader().loadClass(BRIDGE).getField("FUNCTION").get(null)}.
 *
 * <p>The host's class may be in a class loader that cannot see the agent, in a named module, or in
 * the JDK; these four calls work from each of them. They are part of the advice and so of what it
 * suppresses.
 */
final class BridgeAccess {

  private static final String BRIDGE = "dev.mcphotfix.agent.bridge.Bridge";

  private BridgeAccess() {}

  static StackManipulation instructions() throws NoSuchMethodException {
    return new StackManipulation.Compound(
        call(ClassLoader.class, "getSystemClassLoader"),
        new TextConstant(BRIDGE),
        call(ClassLoader.class, "loadClass", String.class),
        new TextConstant("FUNCTION"),
        call(Class.class, "getField", String.class),
        NullConstant.INSTANCE,
        call(Field.class, "get", Object.class),
        TypeCasting.to(TypeDescription.ForLoadedType.of(Function.class)));
  }

  private static StackManipulation call(Class<?> type, String name, Class<?>... parameters)
      throws NoSuchMethodException {
    return MethodInvocation.invoke(
        new MethodDescription.ForLoadedMethod(type.getMethod(name, parameters)));
  }
}
