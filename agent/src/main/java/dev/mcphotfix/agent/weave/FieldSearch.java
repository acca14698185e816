package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.weave.bytecode.ClassFile;
import dev.mcphotfix.agent.weave.bytecode.FieldSignature;
import dev.mcphotfix.agent.weave.bytecode.MethodSignature;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds a field by its name where a method of a class does: there, or above it. */
final class FieldSearch {

  private FieldSearch() {}

  /**
   * The field that is nearest; null where none is in reach.
   *
   * @param loader whose resources the superclasses are; null for the bootstrap loader
   */
  static @Nullable FieldSignature find(byte[] classFile, String name, @Nullable ClassLoader loader)
      throws IOException {
    ClassFile type = new ClassFile(classFile);
    String className = type.className();
    while (type != null) {
      for (FieldSignature field : type.fields()) {
        if (field.name().equals(name) && field.isVisibleTo(className)) {
          return field;
        }
      }
      String superclass = type.superclass();
      byte[] above = superclass == null ? null : Implementations.read(superclass, loader);
      type = above == null ? null : new ClassFile(above);
    }
    return null;
  }

  /** Why the method cannot have it as its target, in words for the operator; else null. */
  static @Nullable String obstacle(
      MethodSignature method, String className, String name, @Nullable FieldSignature field) {
    if (method.isStatic()) {
      return "the method is static and has no this." + name;
    }
    if (field == null) {
      return "there is no field " + name + " that the class can reach";
    }
    boolean ofConstructor =
        method.isConstructor() && field.owner().equals(className.replace('.', '/'));
    return !field.isFinal() || ofConstructor
        ? null
        : "the field " + name + " is final; name a method that is given it";
  }
}
