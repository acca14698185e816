package dev.mcphotfix.agent.command.scan.classfile;

import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says about its class, as far as it tells who keeps credentials.
 *
 * @param name internal name
 * @param supertypes internal names of the superclass and the interfaces
 * @param place where the file was found, for people
 */
public record ClassShape(
    String name,
    int access,
    List<String> supertypes,
    List<FieldShape> fields,
    List<MethodShape> methods,
    String place) {

  public boolean isJavaRecord() {
    return supertypes.contains("java/lang/Record");
  }

  public @Nullable MethodShape method(String methodName, String descriptor) {
    for (MethodShape method : methods) {
      if (method.name().equals(methodName) && method.descriptor().equals(descriptor)) {
        return method;
      }
    }
    return null;
  }

  /** Whether a rule has to say which of several methods of the name it means. */
  public boolean isOverloaded(String methodName) {
    return methods.stream()
            .filter(method -> method.name().equals(methodName))
            .filter(method -> (method.access() & Opcodes.ACC_BRIDGE) == 0)
            .count()
        > 1;
  }

  /**
   * A field as its class file has it.
   *
   * @param names its own, and what annotations call it in JSON
   */
  public record FieldShape(String name, String descriptor, int access, Set<String> names) {
    public boolean isStatic() {
      return (access & Opcodes.ACC_STATIC) != 0;
    }

    public boolean isFinal() {
      return (access & Opcodes.ACC_FINAL) != 0;
    }

    public boolean isObject() {
      return descriptor.startsWith("L");
    }
  }
}
