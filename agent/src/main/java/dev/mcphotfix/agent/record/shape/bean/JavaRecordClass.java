package dev.mcphotfix.agent.record.shape.bean;

import dev.mcphotfix.agent.host.ClassMemory;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * The components of one record class of the host. Kept with the class itself, so that the agent
 * holds no class loader of the host.
 */
final class JavaRecordClass {

  private static final ClassMemory<JavaRecordClass> CLASSES = ClassMemory.of(JavaRecordClass::new);

  private final RecordComponent[] components;
  private final @Nullable Constructor<?> constructor;

  private JavaRecordClass(Class<?> type) {
    components = type.getRecordComponents();
    constructor = canonical(type, components);
  }

  static JavaRecordClass of(Class<?> type) {
    return CLASSES.get(type);
  }

  /** Answers -1 where there is no such component. */
  int indexOf(String name) {
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  boolean takes(int component, Object value) {
    return component >= 0
        && constructor != null
        && BeanProperty.takes(components[component].getType(), value);
  }

  @Nullable Object read(Record record, int component) {
    Object value = Reflection.invoke(components[component].getAccessor(), record);
    return BeanProperty.stated(value, components[component].getType());
  }

  /** A copy in which one component has the value. */
  Record rebuilt(Record record, int replaced, Object value) {
    if (constructor == null) {
      throw new IllegalStateException("no canonical constructor");
    }
    @Nullable Object[] arguments = new @Nullable Object[components.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = i == replaced ? value : Reflection.invoke(components[i].getAccessor(), record);
    }
    return (Record) Reflection.construct(constructor, arguments);
  }

  /** Answers null where the record's module does not let anybody call into it. */
  private static @Nullable Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
    Class<?>[] types = new Class<?>[components.length];
    boolean open = true;
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
      open &= components[i].getAccessor().trySetAccessible();
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return open && constructor.trySetAccessible() ? constructor : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
