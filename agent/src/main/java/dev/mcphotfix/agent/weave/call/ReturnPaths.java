package dev.mcphotfix.agent.weave.call;

import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.weave.bytecode.MethodSignature;
import dev.mcphotfix.agent.weave.bytecode.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Finds out whether the returns of methods can be led to a call at their end. */
final class ReturnPaths extends ClassVisitor {

  private final Map<String, MethodSignature> wanted = new HashMap<>();
  private final Map<String, ReturnPath> found = new HashMap<>();
  private String className = "";

  private ReturnPaths() {
    super(Opcodes.ASM9);
  }

  /**
   * The first local variable that each method leaves free, by its name and descriptor; null where a
   * return of one cannot be led elsewhere. Empty where no place has a call there.
   */
  static @Nullable Map<String, Integer> freeLocals(ClassReader reader, List<Place> places) {
    ReturnPaths paths = new ReturnPaths();
    for (Place place : places) {
      if (isAtReturn(place)) {
        paths.wanted.put(place.method().name() + place.method().descriptor(), place.method());
      }
    }
    if (!paths.wanted.isEmpty()) {
      reader.accept(paths, ClassReader.EXPAND_FRAMES | ClassReader.SKIP_DEBUG);
    }
    return paths.freeLocals();
  }

  /** Whether it has a call where its method returns. */
  static boolean isAtReturn(Place place) {
    return place.site().point().target() instanceof Target.Return || place.field() != null;
  }

  private @Nullable Map<String, Integer> freeLocals() {
    Map<String, Integer> free = new HashMap<>();
    for (Map.Entry<String, ReturnPath> path : found.entrySet()) {
      if (!path.getValue().isOpen()) {
        return null;
      }
      free.put(path.getKey(), path.getValue().freeLocal());
    }
    return free;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    className = name;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodSignature method = wanted.get(name + descriptor);
    if (method == null) {
      return null;
    }
    ReturnPath path = new ReturnPath(new Locals(className, method));
    found.put(name + descriptor, path);
    return path;
  }
}
