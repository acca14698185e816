package dev.mcphotfix.agent.command.scan.application;

import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import dev.mcphotfix.agent.command.scan.classfile.Names;
import dev.mcphotfix.agent.command.scan.classfile.Property;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * The classes of objects that a JSON or form writer turns into the body of a refresh request: they
 * have its parameters by the names that are sent (RFC 6749 section 6), and no access token.
 *
 * @param names internal names
 */
record RequestTypes(Set<String> names) {

  static RequestTypes among(Map<String, ClassShape> shapes, ClassFiles files) {
    Hierarchy hierarchy = new Hierarchy(shapes, files);
    Set<String> found = new HashSet<>();
    for (ClassShape shape : shapes.values()) {
      Set<String> members = members(shape);
      if (members.contains("refresh_token")) {
        hierarchy.ancestors(shape.name()).forEach(each -> members.addAll(members(each)));
        boolean answer = members.stream().anyMatch(m -> Property.of(m) == Property.ACCESS_TOKEN);
        if (members.contains("grant_type") && !answer) {
          found.add(shape.name());
        }
      }
    }
    return new RequestTypes(found);
  }

  /** What its fields and getters are called, and what annotations call these. */
  private static Set<String> members(ClassShape shape) {
    Set<String> members = new HashSet<>();
    shape.fields().stream()
        .filter(field -> !field.isStatic())
        .forEach(field -> members.addAll(field.names()));
    for (MethodShape method : shape.methods()) {
      members.addAll(method.names());
      if (method.parameters().isEmpty()) {
        members.add(method.name());
      }
    }
    return members;
  }

  /** The one that a method of another class makes, by its constructor or a builder; or null. */
  @Nullable String madeBy(MethodShape method) {
    if (isPart(method.owner())) {
      return null;
    }
    for (Call call : method.calls()) {
      Type result = Type.getReturnType(call.descriptor());
      boolean makes =
          call.name().equals("<init>")
              || (result.getSort() == Type.OBJECT && isPart(result.getInternalName()));
      if (makes && isPart(call.owner())) {
        return Names.simple(outermost(call.owner()));
      }
    }
    return null;
  }

  /** Whether it is one of these classes, or inside one, as a builder is. */
  private boolean isPart(String className) {
    return names.contains(className) || names.contains(outermost(className));
  }

  private static String outermost(String className) {
    int inner = className.indexOf('$');
    return inner <= 0 ? className : className.substring(0, inner);
  }
}
