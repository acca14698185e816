package dev.mcphotfix.agent.record;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The components of one record class of the host. Kept with the class itself, so that the agent
 * holds no class loader of the host.
 */
final class JavaRecordClass {

  private static final ClassValue<JavaRecordClass> CLASSES =
      new ClassValue<>() {
        @Override
        protected JavaRecordClass computeValue(Class<?> type) {
          return new JavaRecordClass(type);
        }
      };

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

  boolean takesText(int component) {
    return component >= 0 && constructor != null && components[component].getType() == String.class;
  }

  @Nullable Object read(Record record, int component) {
    Object value = Reflection.invoke(components[component].getAccessor(), record);
    return BeanProperty.stated(value, components[component].getType());
  }

  /**
   * Whether nothing is lost when the record is rebuilt from what its accessors say: one that masks
   * a token would destroy it. Compares fields, not by the record's own {@code equals}, whose first
   * call makes the JDK hold the host's class softly.
   */
  boolean faithful(Record record) {
    Record copy = rebuilt(record, -1, "");
    for (RecordComponent component : components) {
      Field field = field(component);
      if (field == null
          || !Objects.equals(Reflection.get(field, record), Reflection.get(field, copy))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Field field(RecordComponent component) {
    for (Field field : component.getDeclaringRecord().getDeclaredFields()) {
      if (field.getName().equals(component.getName()) && field.trySetAccessible()) {
        return field;
      }
    }
    return null;
  }

  /** A copy in which one component has the value; none, where {@code replaced} is -1. */
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
