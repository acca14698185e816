package dev.mcphotfix.agent.weave.call;

import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.weave.bytecode.BridgeAccess;
import dev.mcphotfix.agent.weave.bytecode.Place;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;

/**
 * Puts calls of the bridge to where methods begin and return, which is all that most classes need.
 *
 * <p>A class is read and written once for it, with thirty classes of the ASM that Byte Buddy
 * carries; Byte Buddy's own advice takes seven hundred classes, and the host's first request waits
 * until they are loaded.
 */
public final class CallWeaver {

  private CallWeaver() {}

  /**
   * The woven class file; null where a place needs more than a call, or a method is so unusual that
   * it is left to Byte Buddy.
   */
  public static byte @Nullable [] weave(byte[] classFile, List<Place> places, BridgeAccess access) {
    ClassReader reader = new ClassReader(classFile);
    Map<String, Integer> freeLocals = ReturnPaths.freeLocals(reader, places);
    if (freeLocals == null || !areCalls(places)) {
      return null;
    }
    ClassWriter writer = new ClassWriter(reader, 0);
    CallVisitor visitor = new CallVisitor(writer, places, freeLocals, access);
    reader.accept(visitor, 0);
    return visitor.woven() == places.size() ? writer.toByteArray() : null;
  }

  private static boolean areCalls(List<Place> places) {
    for (Place place : places) {
      if (!isCall(place)) {
        return false;
      }
    }
    return true;
  }

  /** Where a constructor begins there is no object whose field could be read. */
  private static boolean isCall(Place place) {
    Target target = place.site().point().target();
    return target instanceof Target.Argument
        || target instanceof Target.Arguments
        || target instanceof Target.Return
        || target instanceof Target.Instead
        || (target instanceof Target.Field && !place.method().isConstructor());
  }
}
