package dev.mcphotfix.agent.weave.bytecode;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The instructions by which woven code finds the bridge. They are among those whose failure is
 * suppressed.
 *
 * <p>Where the host's class sees the bridge as it sees its own application, it names the field.
 * Else, in a class loader that cannot see the agent, in a named module or in the JDK, it says
 * {@code (Function)
 * ClassLoader.getSystemClassLoader().loadClass(BRIDGE).getField("FUNCTION").get(null)}: four calls
 * that work from everywhere.
 */
public enum BridgeAccess {
  NAMED,
  CALLED;

  /** How much of the stack is used at most; one of it stays. */
  public static final int STACK = 2;

  private static final String BRIDGE = "dev.mcphotfix.agent.bridge.Bridge";
  private static final String FIELD = "FUNCTION";
  private static final String FUNCTION = "java/util/function/Function";
  private static final String LOADER = "java/lang/ClassLoader";

  /** For classes of that module and loader. */
  public static BridgeAccess from(@Nullable Module module, @Nullable ClassLoader loader) {
    return module != null && !module.isNamed() && loader != null && isSeenBy(loader)
        ? NAMED
        : CALLED;
  }

  /** Leaves the bridge, a {@code Function}, on the stack. */
  public void write(MethodVisitor code) {
    if (this == NAMED) {
      String type = 'L' + FUNCTION + ';';
      code.visitFieldInsn(Opcodes.GETSTATIC, BRIDGE.replace('.', '/'), FIELD, type);
      return;
    }
    String system = "()Ljava/lang/ClassLoader;";
    code.visitMethodInsn(Opcodes.INVOKESTATIC, LOADER, "getSystemClassLoader", system, false);
    code.visitLdcInsn(BRIDGE);
    call(code, LOADER, "loadClass", "(Ljava/lang/String;)Ljava/lang/Class;");
    code.visitLdcInsn(FIELD);
    call(code, "java/lang/Class", "getField", "(Ljava/lang/String;)Ljava/lang/reflect/Field;");
    code.visitInsn(Opcodes.ACONST_NULL);
    call(code, "java/lang/reflect/Field", "get", "(Ljava/lang/Object;)Ljava/lang/Object;");
    code.visitTypeInsn(Opcodes.CHECKCAST, FUNCTION);
  }

  private static void call(MethodVisitor code, String type, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, type, name, descriptor, false);
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
}
