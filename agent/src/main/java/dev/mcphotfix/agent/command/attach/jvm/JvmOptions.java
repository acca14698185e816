package dev.mcphotfix.agent.command.attach.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The options of a JVM, from its command line, the variables that a JVM reads, and what it says of
 * itself. They may hold secrets and are only asked about.
 */
public final class JvmOptions {

  private static final String AGENT = "-javaagent:";

  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|\\S)+");
  private static final Pattern QUOTATION_MARK = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  private final List<String> words;
  private final Set<String> agents;

  /** These options, from weak to strong. */
  public JvmOptions(List<String> words) {
    this(words, Set.of());
  }

  private JvmOptions(List<String> words, Set<String> agents) {
    this.words = List.copyOf(words);
    this.agents = agents;
  }

  /**
   * From weak to strong, as the JVM takes them.
   *
   * @param agents what jars that are known to be this agent's are called
   */
  static JvmOptions of(
      List<String> commandLine,
      Map<String, String> environment,
      Map<String, String> own,
      Set<String> agents) {
    List<String> words = new ArrayList<>();
    addAll(words, environment.get("JAVA_TOOL_OPTIONS"));
    addAll(words, own.get("sun.rt.jvmFlags"));
    addAll(words, own.get("sun.rt.jvmArgs"));
    addAll(words, environment.get("JDK_JAVA_OPTIONS"));
    words.addAll(commandLine);
    addAll(words, environment.get("_JAVA_OPTIONS"));
    return new JvmOptions(words, agents);
  }

  /** Whether {@code -XX:+NAME} holds; null where neither that nor its contrary is given. */
  public @Nullable Boolean flag(String name) {
    Boolean value = null;
    for (String word : words) {
      if (word.equals("-XX:+" + name)) {
        value = true;
      } else if (word.equals("-XX:-" + name)) {
        value = false;
      }
    }
    return value;
  }

  boolean has(String option) {
    return words.contains(option);
  }

  /** What a {@code -javaagent} of this agent's says behind its jar; null where there is none. */
  public @Nullable String agent() {
    for (String word : words) {
      int equals = word.indexOf('=');
      if (word.startsWith(AGENT)
          && isAgent(word.substring(AGENT.length(), equals < 0 ? word.length() : equals))) {
        return equals < 0 ? "" : word.substring(equals + 1);
      }
    }
    return null;
  }

  private boolean isAgent(String jar) {
    String name = JavaCommand.fileName(jar);
    return name.startsWith(JvmJars.AGENT) || agents.contains(name);
  }

  /** Never the options, which may hold secrets. */
  @Override
  public String toString() {
    return words.size() + " options";
  }

  private static void addAll(List<String> words, @Nullable String text) {
    if (text != null) {
      addWords(words, text);
    }
  }

  /** As the JVM does: what stands between quotation marks is not taken apart. */
  private static void addWords(List<String> words, String text) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(QUOTATION_MARK.matcher(word.group()).replaceAll("$1$2"));
    }
  }
}
