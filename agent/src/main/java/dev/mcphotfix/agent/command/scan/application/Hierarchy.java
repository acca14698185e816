package dev.mcphotfix.agent.command.scan.application;

import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** What extends and implements what, among the classes of an application. */
public final class Hierarchy {

  private final Map<String, ClassShape> shapes;
  private final ClassFiles files;

  Hierarchy(Map<String, ClassShape> shapes, ClassFiles files) {
    this.shapes = shapes;
    this.files = files;
  }

  /** The class that declares the method which a call reaches; null where it was not given. */
  public @Nullable ClassShape declaring(Call call) {
    if (call.name().equals("<init>")) {
      return declares(files.shape(call.owner()), call);
    }
    for (String name : upwards(call.owner(), files::shape)) {
      ClassShape declaring = declares(files.shape(name), call);
      if (declaring != null) {
        return declaring;
      }
    }
    return null;
  }

  private static @Nullable ClassShape declares(@Nullable ClassShape shape, Call call) {
    boolean own = shape != null && shape.method(call.name(), call.descriptor()) != null;
    return own ? shape : null;
  }

  /** Known methods that have a body for an abstract one, or another one for any. */
  public List<MethodShape> implementations(MethodShape method) {
    List<MethodShape> found = new ArrayList<>();
    if (method.is(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) {
      return found;
    }
    for (ClassShape shape : shapes.values()) {
      MethodShape own = shape.method(method.name(), method.descriptor());
      if (own != null && own.isForRules() && !own.is(Opcodes.ACC_ABSTRACT)) {
        if (!own.equals(method) && upwards(shape.name(), shapes::get).contains(method.owner())) {
          found.add(own);
        }
      }
    }
    return found;
  }

  /** The method, those that it implements, and those that implement it. */
  List<MethodShape> same(MethodShape method) {
    List<MethodShape> same = new ArrayList<>(implementations(method));
    if (method.is(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) {
      return List.of(method);
    }
    for (String name : upwards(method.owner(), shapes::get)) {
      ClassShape shape = shapes.get(name);
      MethodShape own = shape == null ? null : shape.method(method.name(), method.descriptor());
      if (own != null) {
        same.add(own);
      }
    }
    return same;
  }

  /** The class and all that it extends and implements, as far as it was given. */
  List<ClassShape> ancestors(String className) {
    List<ClassShape> found = new ArrayList<>();
    for (String name : upwards(className, files::shape)) {
      ClassShape shape = files.shape(name);
      if (shape != null) {
        found.add(shape);
      }
    }
    return found;
  }

  /** Whether it is a map or a collection: all that is put into it stays in memory. */
  public boolean isContainer(String className) {
    return upwards(className, files::shape).stream()
        .anyMatch(name -> name.startsWith("java/util/"));
  }

  /** Internal names of the class and all that it extends and implements, as far as it is known. */
  private static Set<String> upwards(
      String className, Function<String, @Nullable ClassShape> known) {
    Set<String> names = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(className));
    for (@Nullable String name = open.poll(); name != null; name = open.poll()) {
      ClassShape shape = names.add(name) ? known.apply(name) : null;
      if (shape != null) {
        open.addAll(shape.supertypes());
      }
    }
    return names;
  }
}
