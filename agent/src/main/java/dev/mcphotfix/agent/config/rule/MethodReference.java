package dev.mcphotfix.agent.config.rule;

import dev.mcphotfix.agent.config.json.Spelling;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method as a rule names it, {@code com.acme.Store#save(java.lang.String,byte[])}.
 *
 * @param className binary name, as in {@code com.acme.Store$Inner}
 * @param methodName {@code <init>} for a constructor
 * @param parameterTypes binary names of the erased types; null where the name alone is enough
 */
record MethodReference(String className, String methodName, @Nullable List<String> parameterTypes) {

  /**
   * Reads the notation of a rule; white space between its parts does not matter.
   *
   * @throws IllegalArgumentException whose message says what was expected
   */
  static MethodReference parse(String text) {
    int hash = text.indexOf('#');
    if (hash < 0) {
      throw new IllegalArgumentException("expected class#method, found no \"#\"");
    }
    int open = text.indexOf('(', hash);
    String className = text.substring(0, hash).strip();
    String methodName = text.substring(hash + 1, open < 0 ? text.length() : open).strip();
    if (!isTypeName(className)) {
      throw new IllegalArgumentException("expected the class's full name before \"#\"");
    }
    if (isOfJdk(className)) {
      throw new IllegalArgumentException("expected a class of the client's own, not of the JDK");
    }
    if (!methodName.equals("<init>") && !isIdentifier(methodName)) {
      throw new IllegalArgumentException("expected a method's name or <init> after \"#\"");
    }
    return new MethodReference(
        className, methodName, open < 0 ? null : types(text.substring(open).strip()));
  }

  private static List<String> types(String text) {
    if (text.indexOf('<') >= 0) {
      throw new IllegalArgumentException(
          "expected erased parameter types: write java.util.Map, not java.util.Map<K,V>");
    }
    if (text.indexOf(')') != text.length() - 1) {
      throw new IllegalArgumentException("expected one \")\" at the end of the parameter types");
    }
    List<String> types = new ArrayList<>();
    String inside = text.substring(1, text.length() - 1);
    if (!inside.isBlank()) {
      // The JDK splits at one character without a regular expression.
      for (String type : inside.split(",", -1)) {
        types.add(type(type));
      }
    }
    return types;
  }

  private static String type(String text) {
    String name = text.strip();
    StringBuilder dimensions = new StringBuilder();
    while (name.endsWith("[]") || name.endsWith("...")) {
      name = name.substring(0, name.length() - (name.endsWith("[]") ? 2 : 3)).strip();
      dimensions.append("[]");
    }
    if (!isTypeName(name)) {
      throw new IllegalArgumentException(
          "expected a parameter type such as java.lang.String or byte[], found "
              + Spelling.quoted(text.strip()));
    }
    return name + dimensions;
  }

  /** The agent and woven code call the JDK: hooks there could call themselves without end. */
  private static boolean isOfJdk(String className) {
    return className.startsWith("java.")
        || className.startsWith("jdk.")
        || className.startsWith("sun.");
  }

  private static boolean isTypeName(String text) {
    for (String part : text.split("\\.", -1)) {
      if (!isIdentifier(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIdentifier(String text) {
    if (text.isEmpty() || !Character.isJavaIdentifierStart(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      // Kotlin compiles internal and inline-class members to names with a hyphen.
      if (!Character.isJavaIdentifierPart(c) && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** The name that a rule without one gets, {@code Store#save}. */
  String shortName() {
    return className.substring(className.lastIndexOf('.') + 1) + '#' + methodName;
  }

  /** That place in the method, as the hook of that name. */
  HookPoint at(String hook, Target target) {
    return new HookPoint(hook, className, methodName, parameterTypes, target);
  }
}
