package dev.mcphotfix.agent.weave.bytecode;

import java.lang.reflect.Modifier;

/**
 * A field as its class file declares it.
 *
 * @param owner internal name of the class that declares it
 * @param accessFlags Java Virtual Machine Specification, table 4.5-A
 * @param descriptor as in {@code Ljava/lang/String;}, section 4.3.2
 */
public record FieldSignature(String owner, int accessFlags, String name, String descriptor) {

  public boolean isStatic() {
    return Modifier.isStatic(accessFlags);
  }

  public boolean isFinal() {
    return Modifier.isFinal(accessFlags);
  }

  /** Whether a method of that class, which is below the owner, may name it (section 5.4.4). */
  public boolean isVisibleTo(String className) {
    boolean inherited = Modifier.isPublic(accessFlags) || Modifier.isProtected(accessFlags);
    boolean samePackage =
        !Modifier.isPrivate(accessFlags) && packageOf(owner).equals(packageOf(className));
    return owner.equals(className) || inherited || samePackage;
  }

  private static String packageOf(String className) {
    return className.substring(0, className.lastIndexOf('/') + 1);
  }
}
