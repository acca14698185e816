package dev.mcphotfix.agent.weave.bytecode;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The instructions by which woven code finds the bridge. They are among those whose failure is
 * suppressed.
 */
public enum BridgeAccess {
  /** The host's class sees the bridge as it sees its own application, and names its field. */
  NAMED,

  /**
   * In a class loader that cannot see the agent, in a named module or in the JDK it names the field
   * of {@link BridgeHolder}, which has the same.
   */
  HELD,

  /**
   * It says {@code (Function)
   * ClassLoader.getSystemClassLoader().loadClass(BRIDGE).getField("FUNCTION").get(null)}: four
   * calls that work from everywhere, each time.
   */
  CALLED;

  /** How much of the stack is used at most; one of it stays. */
  public static final int STACK = 2;

  static final String FIELD = "FUNCTION";
  static final String TYPE = "Ljava/util/function/Function;";

  private static final String BRIDGE = "dev.mcphotfix.agent.bridge.Bridge";
  private static final String FUNCTION = "java/util/function/Function";
  private static final String LOADER = "java/lang/ClassLoader";

  /**
   * For classes of that module and loader.
   *
   * @param module null for the self-check's probe, which proves what the others stand on
   */
  public static BridgeAccess from(@Nullable Module module, @Nullable ClassLoader loader) {
    if (module == null) {
      return CALLED;
    }
    if (!module.isNamed() && loader != null && isSeenBy(loader)) {
      return NAMED;
    }
    return BridgeHolder.INSTANCE.isThere() && seen(BridgeHolder.NAME, loader) != null
        ? HELD
        : CALLED;
  }

  /** Leaves the bridge, a {@code Function}, on the stack. */
  public void write(MethodVisitor code) {
    if (this == CALLED) {
      writeCalls(code);
    } else {
      String type = this == NAMED ? BRIDGE : BridgeHolder.NAME;
      code.visitFieldInsn(Opcodes.GETSTATIC, type.replace('.', '/'), FIELD, TYPE);
    }
  }

  private static void writeCalls(MethodVisitor code) {
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

  /** Whether the loader gives the system's own bridge, which it will then always do. */
  private static boolean isSeenBy(ClassLoader loader) {
    ClassLoader system = ClassLoader.getSystemClassLoader();
    ClassLoader parent = loader;
    while (parent != null && parent != system) {
      parent = parent.getParent();
    }
    Class<?> seen = parent == null ? null : seen(BRIDGE, loader);
    return seen != null && seen == seen(BRIDGE, system);
  }

  /**
   * Null where the loader does not give it, as one that lets few classes through and may throw
   * anything. Only one is asked that another thread cannot hold locked meanwhile.
   */
  private static @Nullable Class<?> seen(String name, @Nullable ClassLoader loader) {
    try {
      return loader == null || loader.isRegisteredAsParallelCapable()
          ? Class.forName(name, false, loader)
          : null;
    } catch (Throwable hidden) { // Whatever a loader of the host's throws.
      return null;
    }
  }
}
