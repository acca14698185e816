package dev.mcphotfix.agent.command.scan.candidate;

import java.util.List;
import java.util.Locale;

/** What a method does with credentials. */
public enum Role {
  SAVE(
      "save store put write persist set update insert upsert add cache remember replace",
      "to as serialize marshal encode"),
  LOAD(
      "load read get find fetch lookup retrieve restore query select",
      "from of parse deserialize unmarshal decode"),
  REFRESH("refresh renew", "");

  /** What is called so may as well ask for a new token, or set a field. */
  private static final List<String> COMMON = words("get set add update cache");

  private static final List<String> STORES =
      words(
          "store storage repository dao vault keychain keyring"
              + " cache persist credential disk file database registry");

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed.
  private final List<String> verbs;

  @SuppressWarnings("ImmutableEnumChecker") // As above.
  private final List<String> conversions;

  Role(String verbs, String conversions) {
    this.verbs = words(verbs);
    this.conversions = words(conversions);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  /** In a word, as rules are named. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the method's name begins with a verb for it, as a word. */
  boolean isSaidBy(String methodName) {
    return verbs.stream().anyMatch(verb -> isFirstWord(verb, methodName));
  }

  /** Whether the verb that the name begins with is one that says little. */
  static boolean isCommon(String methodName) {
    return COMMON.stream().anyMatch(verb -> isFirstWord(verb, methodName));
  }

  /** Whether the name says that it makes another form of the same thing, as in {@code toJson}. */
  boolean isConversionSaidBy(String methodName) {
    return conversions.stream().anyMatch(verb -> isFirstWord(verb, methodName));
  }

  /** Whether the class is called after something that keeps things. */
  static boolean isStore(String simpleClassName) {
    String name = simpleClassName.toLowerCase(Locale.ROOT);
    return STORES.stream().anyMatch(name::contains);
  }

  private static boolean isFirstWord(String verb, String name) {
    return name.startsWith(verb)
        && (name.length() == verb.length() || !Character.isLowerCase(name.charAt(verb.length())));
  }
}
