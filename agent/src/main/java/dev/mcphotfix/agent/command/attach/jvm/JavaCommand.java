package dev.mcphotfix.agent.command.attach.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a {@code java} command, taken apart.
 *
 * @param options what is for the JVM, in order
 * @param classPath null where none is named
 * @param main the main class, or module and class, or the jar; null where it is not clear
 * @param isJar whether {@code main} is the name of a jar
 * @param arguments what is for the program, which may hold secrets and is never shown
 */
record JavaCommand(
    List<String> options,
    @Nullable String classPath,
    @Nullable String main,
    boolean isJar,
    List<String> arguments) {

  private static final Set<String> LAUNCHERS = Set.of("java", "javaw", "java.exe", "javaw.exe");
  private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");
  private static final Set<String> WITH_VALUE =
      Set.of(
          "-p",
          "--module-path",
          "--upgrade-module-path",
          "--add-modules",
          "--limit-modules",
          "--add-exports",
          "--add-opens",
          "--add-reads",
          "--patch-module",
          "--enable-native-access",
          "--source");

  JavaCommand {
    options = List.copyOf(options);
    arguments = List.copyOf(arguments);
  }

  /** One whose program's name is not that of the launcher is not understood: all is null. */
  static JavaCommand of(List<String> words) {
    if (words.isEmpty() || !LAUNCHERS.contains(fileName(words.get(0)))) {
      return new JavaCommand(List.of(), null, null, false, List.of());
    }
    List<String> options = new ArrayList<>();
    String classPath = null;
    int i = 1;
    for (; i < words.size() && isOption(words.get(i)); i++) {
      String word = words.get(i);
      boolean more = i + 1 < words.size();
      if (more && (word.equals("-jar") || word.equals("-m") || word.equals("--module"))) {
        String main = words.get(i + 1);
        return new JavaCommand(options, classPath, main, word.equals("-jar"), after(words, i + 1));
      }
      if (more && CLASS_PATH.contains(word)) {
        classPath = words.get(++i);
      } else if (more && WITH_VALUE.contains(word)) {
        i++;
      } else {
        options.add(word);
      }
    }
    String main = i < words.size() ? words.get(i) : null;
    return new JavaCommand(options, classPath, main, false, after(words, i));
  }

  private static List<String> after(List<String> words, int i) {
    return i + 1 < words.size() ? words.subList(i + 1, words.size()) : List.of();
  }

  /** A file of options is one, too; what is in it is not read. */
  private static boolean isOption(String word) {
    return word.startsWith("-") || word.startsWith("@");
  }

  /** What is behind the last slash. */
  static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
