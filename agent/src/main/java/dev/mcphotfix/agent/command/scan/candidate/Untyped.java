package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import java.util.Set;
import net.bytebuddy.jar.asm.Type;

/** The types in which a client holds records that have no class of their own. */
final class Untyped {

  /**
   * As classes are called at the end of their names: libraries may be relocated. So are the agent's
   * own constants with Jackson's beginning.
   */
  private static final Set<String> TREES =
      Set.of(
          "jackson/databind/JsonNode",
          "jackson/databind/node/ObjectNode",
          "com/google/gson/JsonObject",
          "com/google/gson/JsonElement",
          "org/json/JSONObject",
          "jakarta/json/JsonObject",
          "javax/json/JsonObject",
          "kotlinx/serialization/json/JsonObject",
          "kotlinx/serialization/json/JsonElement");

  private static final Set<String> MAPS =
      Set.of(
          "java/util/Map",
          "java/util/HashMap",
          "java/util/LinkedHashMap",
          "java/util/TreeMap",
          "java/util/concurrent/ConcurrentMap",
          "java/util/concurrent/ConcurrentHashMap",
          "java/util/Properties");

  private Untyped() {}

  /** A map or JSON object, which says of itself that it has properties. */
  static boolean isObject(Type type) {
    if (type.getSort() != Type.OBJECT) {
      return false;
    }
    String name = type.getInternalName();
    return MAPS.contains(name) || TREES.stream().anyMatch(tree -> isOrEndsWith(name, tree));
  }

  /**
   * Whether a class is of the library whose JSON objects these are: it makes them, and keeps none.
   */
  static boolean isOfLibrary(Type type, String className) {
    String name = type.getSort() == Type.OBJECT ? type.getInternalName() : "";
    for (String tree : TREES) {
      if (isOrEndsWith(name, tree)) {
        int library = name.length() - tree.length() + tree.lastIndexOf('/') + 1;
        return className.startsWith(name.substring(0, library));
      }
    }
    return false;
  }

  /** Text or bytes, which may be JSON. */
  static boolean isText(Type type) {
    return type.getDescriptor().equals("Ljava/lang/String;") || type.getDescriptor().equals("[B");
  }

  /** Whether a value of the type may be a record; texts only where these are asked for. */
  static boolean isRecord(Type type, boolean texts) {
    return isObject(type) || (texts && isText(type));
  }

  /** The last parameter that may be a record, rather an object than a text; -1 without one. */
  static int parameter(MethodShape method, boolean texts) {
    int text = -1;
    int object = -1;
    for (int i = 0; i < method.parameters().size(); i++) {
      Type type = method.parameters().get(i);
      object = isObject(type) ? i : object;
      text = texts && isText(type) ? i : text;
    }
    return object >= 0 ? object : text;
  }

  private static boolean isOrEndsWith(String name, String type) {
    return name.endsWith(type)
        && (name.length() == type.length()
            || name.charAt(name.length() - type.length() - 1) == '/');
  }
}
