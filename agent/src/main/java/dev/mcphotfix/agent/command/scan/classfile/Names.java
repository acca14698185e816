package dev.mcphotfix.agent.command.scan.classfile;

/** Names of classes and methods, in the notations that meet here. */
public final class Names {

  /** No package of a person or company has as short a name. */
  private static final int OBFUSCATED = 2;

  private Names() {}

  /** Whether two classes may be of one application, by their packages. */
  public static boolean isSameApplication(String className, String other) {
    return root(className).equals(root(other));
  }

  /** The first two parts of the package, or the first where an obfuscator has shortened it. */
  private static String root(String className) {
    int first = className.indexOf('/');
    if (first <= OBFUSCATED) {
      return className.substring(0, Math.max(first, 0));
    }
    int second = className.indexOf('/', first + 1);
    return className.substring(0, second < 0 ? first : second);
  }

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
