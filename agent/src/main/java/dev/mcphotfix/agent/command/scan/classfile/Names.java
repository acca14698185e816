package dev.mcphotfix.agent.command.scan.classfile;

import java.util.List;
import java.util.Locale;

/** Names of files, classes and methods, in the notations that meet here. */
public final class Names {

  private static final List<String> ARCHIVES = List.of(".jar", ".war", ".ear", ".rar", ".zip");
  private static final int LONGEST = 300;

  private Names() {}

  /** Whether a file of that name holds a class; classes for newer Java releases only are not. */
  public static boolean isClass(String name) {
    return name.endsWith(".class")
        && !name.endsWith("module-info.class")
        && !name.endsWith("package-info.class")
        && !name.contains("META-INF/versions/");
  }

  public static boolean isArchive(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ARCHIVES.stream().anyMatch(lower::endsWith);
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

  /** On one line and bounded. */
  public static String printable(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return line.toString();
  }
}
