package dev.mcphotfix.agent.weave.bytecode;

import dev.mcphotfix.agent.host.BaseClass;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A class of one constant, the bridge, which is looked for when the class is initialised. Made when
 * the first class is woven that does not see the bridge itself.
 */
final class BridgeHolder extends BaseClass {

  /** Binary name. Only a package of {@code java} is seen from each module and class loader. */
  static final String NAME = "java.net.McpOAuthHotfixBridge";

  static final BridgeHolder INSTANCE = new BridgeHolder();

  private BridgeHolder() {
    super(NAME);
  }

  @Override
  protected byte[] classFile() {
    String name = NAME.replace('.', '/');
    ClassWriter type = new ClassWriter(0);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER;
    type.visit(Opcodes.V1_8, access, name, null, "java/lang/Object", null);
    int constant = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    type.visitField(constant, BridgeAccess.FIELD, BridgeAccess.TYPE, null, null).visitEnd();
    MethodVisitor code = type.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    BridgeAccess.CALLED.write(code);
    code.visitFieldInsn(Opcodes.PUTSTATIC, name, BridgeAccess.FIELD, BridgeAccess.TYPE);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(BridgeAccess.STACK, 0);
    code.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }
}
