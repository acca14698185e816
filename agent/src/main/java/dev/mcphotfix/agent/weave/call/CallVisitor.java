package dev.mcphotfix.agent.weave.call;

import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.weave.bytecode.BridgeAccess;
import dev.mcphotfix.agent.weave.bytecode.Place;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Copies a class and puts the calls into the methods of its places. */
final class CallVisitor extends ClassVisitor {

  private final List<Place> places;
  private final Map<String, Integer> freeLocals;
  private final BridgeAccess access;
  private String className = "";
  private boolean hasFrames;
  private int woven;

  /**
   * @param freeLocals of the methods with a call where they return
   */
  CallVisitor(
      ClassWriter writer,
      List<Place> places,
      Map<String, Integer> freeLocals,
      BridgeAccess access) {
    super(Opcodes.ASM9, writer);
    this.places = places;
    this.freeLocals = freeLocals;
    this.access = access;
  }

  /** How many places have been met. */
  int woven() {
    return woven;
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
    hasFrames = (version & 0xFFFF) >= Opcodes.V1_6;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  /**
   * The beginnings are put in first: what they change is then seen where the method returns, and
   * what they store is not mistaken for a store of the method's.
   */
  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor code = super.visitMethod(access, name, descriptor, signature, exceptions);
    return returns(entries(code, name, descriptor), name, descriptor);
  }

  private MethodVisitor entries(MethodVisitor code, String name, String descriptor) {
    MethodVisitor last = code;
    for (Place place : places) {
      if (isIn(place, name, descriptor) && !isReturn(place)) {
        last = new EntryCall(last, call(place), field(place), isInstead(place));
        woven++;
      }
    }
    return last;
  }

  private MethodVisitor returns(MethodVisitor code, String name, String descriptor) {
    Integer free = freeLocals.get(name + descriptor);
    MethodVisitor last = code;
    for (Place place : places) {
      if (isIn(place, name, descriptor) && ReturnPaths.isAtReturn(place) && free != null) {
        last = new ReturnCall(last, call(place), field(place), free);
        woven += isReturn(place) ? 1 : 0; // That of a field has been counted where it begins.
      }
    }
    return last;
  }

  private BridgeCall call(Place place) {
    Locals locals = new Locals(className, place.method());
    return new BridgeCall(place.site().key(), locals, access, hasFrames);
  }

  private static @Nullable FieldAccess field(Place place) {
    return place.field() == null ? null : new FieldAccess(place.field());
  }

  private static boolean isIn(Place place, String name, String descriptor) {
    return place.method().name().equals(name) && place.method().descriptor().equals(descriptor);
  }

  private static boolean isInstead(Place place) {
    return place.site().point().target() instanceof Target.Instead;
  }

  private static boolean isReturn(Place place) {
    return place.site().point().target() instanceof Target.Return;
  }
}
