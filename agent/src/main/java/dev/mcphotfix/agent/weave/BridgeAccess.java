package dev.mcphotfix.agent.weave;

import java.lang.reflect.Field;
import java.util.function.Function;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.StackSize;
import net.bytebuddy.implementation.bytecode.assign.TypeCasting;
import net.bytebuddy.implementation.bytecode.constant.NullConstant;
import net.bytebuddy.implementation.bytecode.constant.TextConstant;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The instructions by which woven code finds the bridge. They are part of the advice and so of what
 * it suppresses.
 *
 * <p>Where the host's class sees the bridge as it sees its own application, it names the field.
 * Else, in a class loader that cannot see the agent, in a named module or in the JDK, it says
 * {@code (Function)
 * ClassLoader.getSystemClassLoader().loadClass(BRIDGE).getField("FUNCTION").get(null)}: four calls
 * that work from everywhere.
 */
final class BridgeAccess {

  private static final String BRIDGE = "dev.mcphotfix.agent.bridge.Bridge";
  private static final String FIELD = "FUNCTION";

  private BridgeAccess() {}

  /** For classes of that module and loader. */
  static StackManipulation from(@Nullable Module module, @Nullable ClassLoader loader)
      throws NoSuchMethodException {
    return module != null && !module.isNamed() && loader != null && isSeenBy(loader)
        ? new NamedField()
        : calls();
  }

  /**
   * Whether the loader gives the system's own bridge, which it will then always do. Only one is
   * asked that has the system's among its parents, and that another thread cannot hold locked
   * meanwhile.
   */
  private static boolean isSeenBy(ClassLoader loader) {
    ClassLoader system = ClassLoader.getSystemClassLoader();
    ClassLoader parent = loader;
    while (parent != null && parent != system) {
      parent = parent.getParent();
    }
    try {
      return parent != null
          && loader.isRegisteredAsParallelCapable()
          && Class.forName(BRIDGE, false, loader) == Class.forName(BRIDGE, false, system);
    } catch (ClassNotFoundException | LinkageError | RuntimeException hidden) {
      return false;
    }
  }

  private static StackManipulation calls() throws NoSuchMethodException {
    return new StackManipulation.Compound(
        call(ClassLoader.class, "getSystemClassLoader"),
        new TextConstant(BRIDGE),
        call(ClassLoader.class, "loadClass", String.class),
        new TextConstant(FIELD),
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

  private static final class NamedField extends StackManipulation.AbstractBase {

    @Override
    public Size apply(MethodVisitor method, Implementation.Context context) {
      String function = TypeDescription.ForLoadedType.of(Function.class).getDescriptor();
      method.visitFieldInsn(Opcodes.GETSTATIC, BRIDGE.replace('.', '/'), FIELD, function);
      return StackSize.SINGLE.toIncreasingSize();
    }
  }
}
