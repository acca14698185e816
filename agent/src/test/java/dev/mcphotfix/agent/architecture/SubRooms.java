package dev.mcphotfix.agent.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;

/** No sub-room sees one beside it, but a ground of its wing. */
final class SubRooms extends ArchCondition<JavaClass> {

  SubRooms() {
    super("see no sub-room beside their own, but a ground of their wing");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      String own = room(type);
      String other = room(dependency.getTargetClass().getBaseComponentType());
      if (areSiblings(own, other)) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }

  private static boolean areSiblings(String own, String other) {
    String[] from = own.split("\\.", -1);
    String[] to = other.split("\\.", -1);
    int shared = 0;
    while (shared < Math.min(from.length, to.length) && from[shared].equals(to[shared])) {
      shared++;
    }
    boolean besideEachOther = shared > 0 && shared < from.length && shared < to.length;
    return besideEachOther && !Room.GROUNDS.contains(upTo(to, shared));
  }

  private static String upTo(String[] rooms, int last) {
    return String.join(".", Arrays.copyOf(rooms, last + 1));
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(Room.ROOT + '.') ? name.substring(Room.ROOT.length() + 1) : "";
  }
}
