package dev.mcphotfix.agent.record.shape.bean;

import dev.mcphotfix.agent.host.ModuleAccess;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A copy of a Java {@code record} by its canonical constructor. */
record CanonicalCopy(Constructor<?> constructor, List<RecordComponent> components, int place)
    implements BeanCopy {

  /** How a component is read and copied; the empty property where there is none of that name. */
  static BeanProperty property(Class<?> type, String name) {
    List<RecordComponent> components = List.of(type.getRecordComponents());
    Constructor<?> constructor = canonical(type, components);
    for (int i = 0; i < components.size(); i++) {
      if (components.get(i).getName().equals(name)) {
        BeanCopy copy = constructor == null ? null : new CanonicalCopy(constructor, components, i);
        return new BeanProperty(components.get(i).getAccessor(), null, null, copy);
      }
    }
    return new BeanProperty(null, null, null, null);
  }

  @Override
  public Object with(Object bean, @Nullable Object value) {
    @Nullable Object[] arguments = new @Nullable Object[components.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = i == place ? value : Reflection.invoke(components.get(i).getAccessor(), bean);
    }
    return Reflection.construct(constructor, arguments);
  }

  /** Answers null where the record's module does not let anybody call into it. */
  private static @Nullable Constructor<?> canonical(
      Class<?> type, List<RecordComponent> components) {
    Class<?>[] types = new Class<?>[components.size()];
    boolean open = true;
    for (int i = 0; i < types.length; i++) {
      types[i] = components.get(i).getType();
      open &= ModuleAccess.open(components.get(i).getAccessor());
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return open && ModuleAccess.open(constructor) ? constructor : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
