package dev.mcphotfix.agent.command.scan.classfile;

/** Names of classes and methods, in the notations that meet here. */
public final class Names {

  private Names() {}

  /** {@code com.acme.Store$Inner} of {@code com/acme/Store$Inner}. */
  public static String binary(String internalName) {
    return internalName.replace('/', '.');
  }

  /** {@code Inner} of {@code com/acme/Store$Inner}. */
  public static String simple(String internalName) {
    int start = Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$'));
    return start == internalName.length() - 1
        ? internalName.substring(internalName.lastIndexOf('/') + 1)
        : internalName.substring(start + 1);
  }

  /** {@code an Inner} of {@code com/acme/Store$Inner}. */
  public static String withArticle(String internalName) {
    String name = simple(internalName);
    return ("AEIOaeio".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
  }

  /** What a rule can name: no other text of a class file is ever printed as one. */
  static boolean isIdentifier(String text) {
    return !text.isEmpty()
        && Character.isJavaIdentifierStart(text.charAt(0))
        && text.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || c == '-')
        && text.chars().noneMatch(Character::isISOControl);
  }

  static boolean isClassName(String internalName) {
    for (String part : internalName.split("/", -1)) {
      if (!isIdentifier(part)) {
        return false;
      }
    }
    return true;
  }
}
