package dev.mcphotfix.agent.command.scan.application;

import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.ClassShape.FieldShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the classes that hold an access and a refresh token, by the names of what they have.
 */
record RecordTypes(Map<String, ClassShape> shapes) {

  /** By internal name, among these classes. */
  static Map<String, RecordType> among(Map<String, ClassShape> shapes) {
    RecordTypes types = new RecordTypes(shapes);
    Map<String, RecordType> found = new HashMap<>();
    for (ClassShape shape : shapes.values()) {
      RecordType type = types.typeOf(shape);
      if (type != null) {
        found.put(shape.name(), type);
      }
    }
    return found;
  }

  private @Nullable RecordType typeOf(ClassShape shape) {
    List<ClassShape> family = family(shape);
    String refresh = member(family, Property.REFRESH_TOKEN);
    if (refresh == null || member(family, Property.ACCESS_TOKEN) == null) {
      return null;
    }
    String slot = member(family, Property.CLIENT_ID);
    boolean changeable = slot != null && isChangeable(family, slot);
    return new RecordType(
        shape.name(), Property.REFRESH_TOKEN.isPlainly(refresh), slot, changeable);
  }

  /** The class and those of its superclasses that are known. */
  private List<ClassShape> family(ClassShape shape) {
    List<ClassShape> family = new ArrayList<>();
    for (@Nullable ClassShape type = shape; type != null && !family.contains(type); ) {
      family.add(type);
      type = type.supertypes().isEmpty() ? null : shapes.get(type.supertypes().get(0));
    }
    return family;
  }

  /** What the property is really called: a plain name where there is one. */
  private static @Nullable String member(List<ClassShape> family, Property property) {
    String found = null;
    for (ClassShape type : family) {
      for (String name : members(type, property)) {
        if (property.isPlainly(name)) {
          return name;
        }
        found = found == null ? name : found;
      }
    }
    return found;
  }

  private static List<String> members(ClassShape type, Property property) {
    List<String> members = new ArrayList<>();
    for (FieldShape field : type.fields()) {
      boolean meant = field.names().stream().anyMatch(name -> Property.of(name) == property);
      if (meant && !field.isStatic() && field.isObject()) {
        members.add(field.name());
      }
    }
    for (MethodShape method : type.methods()) {
      if (isGetter(method) && Property.of(method.name()) == property) {
        members.add(decapitalized(method.name()));
      }
    }
    return members;
  }

  private static boolean isGetter(MethodShape method) {
    boolean plain = !method.name().startsWith("get") && Property.of(method.name()) != null;
    return !method.is(Opcodes.ACC_STATIC)
        && method.parameters().isEmpty()
        && method.result().getSort() == Type.OBJECT
        && (method.name().startsWith("get") || (plain && isWord(method.name())));
  }

  /** Not a verb and what it acts on, as in {@code revokeRefreshToken}. */
  private static boolean isWord(String name) {
    return List.of("accessToken", "refreshToken", "clientId").contains(name);
  }

  private static String decapitalized(String getter) {
    return getter.startsWith("get") && getter.length() > 3
        ? Character.toLowerCase(getter.charAt(3)) + getter.substring(4)
        : getter;
  }

  private static boolean isChangeable(List<ClassShape> family, String slot) {
    return family.get(0).isJavaRecord()
        || family.stream().anyMatch(type -> type.methods().stream().anyMatch(m -> sets(m, slot)))
        || family.stream().flatMap(type -> type.fields().stream()).anyMatch(f -> isOpen(f, slot));
  }

  private static boolean isOpen(FieldShape field, String slot) {
    return field.name().equals(slot) && !field.isFinal() && !field.isStatic();
  }

  private static boolean sets(MethodShape method, String slot) {
    String name = method.name();
    boolean copies =
        name.equals("toBuilder") || (name.equals("copy") && !method.parameters().isEmpty());
    return copies
        || (method.parameters().size() == 1
            && (name.equals(slot)
                || name.equalsIgnoreCase("set" + slot)
                || name.equalsIgnoreCase("with" + slot)));
  }
}
