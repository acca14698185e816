package dev.mcphotfix.agent.command.scan;

/** Tells by their packages whether two classes may be of one application. */
final class NearBy {

  private static final int OBFUSCATED = 2;

  private NearBy() {}

  static boolean isSameApplication(String className, String other) {
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
}
