package dev.mcphotfix.agent.launch;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes and methods that a file's rules name, found at a glance: more than they do name,
 * never less. Until the file has been read, who loads a class that a rule may mean waits for it.
 */
final class RuleNames {

  static final RuleNames NONE = new RuleNames();

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  /** In bytes; one more and its length would not be one of a byte. */
  private static final int LONGEST = 127;

  private final Set<String> classNames = new HashSet<>();
  private final Set<String> methodNames = new HashSet<>();

  private RuleNames() {}

  /** Null in doubt. */
  static @Nullable RuleNames in(byte[] file) {
    RuleNames names = new RuleNames();
    for (int i = 0; i < file.length; i++) {
      if (file[i] == '#' && !names.add(file, i)) {
        return null;
      }
    }
    return names;
  }

  boolean areNone() {
    return classNames.isEmpty();
  }

  /**
   * Whether the class is named, or may implement or inherit a method that is. One of the JDK's
   * loaders does not, since it knows none of the host's types.
   */
  boolean mayMean(@Nullable ClassLoader loader, String className, byte[] classFile) {
    return classNames.contains(className)
        || (loader != null && loader != PLATFORM && mentionsMethod(classFile));
  }

  /** Whether there is such a name as a constant (Java Virtual Machine Specification, 4.4.7). */
  private boolean mentionsMethod(byte[] classFile) {
    for (String name : methodNames) {
      for (int i = 2; i + name.length() < classFile.length; i++) {
        if (classFile[i] == name.length() && isAt(classFile, i + 1, name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** As in {@code "com.acme.Store#save(}; a constructor is nobody else's. */
  private boolean add(byte[] file, int hash) {
    int start = hash;
    while (start > 0 && isOfName(file[start - 1])) {
      start--;
    }
    int end = hash + 1;
    while (end < file.length && isOfName(file[end])) {
      end++;
    }
    String className = text(file, start, hash);
    String methodName = text(file, hash + 1, end);
    if (methodName.isEmpty() ? !isAt(file, end, "<init>") : methodName.length() > LONGEST) {
      return false;
    }
    classNames.add(className.replace('.', '/'));
    if (!methodName.isEmpty()) {
      methodNames.add(methodName);
    }
    return !className.isEmpty() && !mayBeOfTheJdk(className);
  }

  /** Which its own classes implement, before anything of the host is loaded. */
  private static boolean mayBeOfTheJdk(String className) {
    return className.startsWith("java.")
        || className.startsWith("javax.")
        || className.startsWith("jdk.")
        || className.startsWith("sun.")
        || className.startsWith("com.sun.");
  }

  private static String text(byte[] file, int start, int end) {
    return new String(file, start, end - start, StandardCharsets.US_ASCII);
  }

  private static boolean isOfName(byte letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9')
        || letter == '.'
        || letter == '_'
        || letter == '$';
  }

  static boolean isAt(byte[] bytes, int start, String word) {
    if (start + word.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
