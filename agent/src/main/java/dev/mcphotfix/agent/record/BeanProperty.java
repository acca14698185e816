package dev.mcphotfix.agent.record;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** How one property of one host class is read and set; each part is null where there is none. */
record BeanProperty(@Nullable Method getter, @Nullable Method setter, @Nullable Field field) {

  @Nullable Object read(Object bean) {
    if (getter != null) {
      return stated(Reflection.invoke(getter, bean), getter.getReturnType());
    }
    return field == null ? null : stated(Reflection.get(field, bean), field.getType());
  }

  /** Text that cannot be read back is no slot: it could hold another client's id already. */
  boolean slot() {
    boolean readable = getter != null || field != null;
    return readable && readType() == String.class && settable();
  }

  /** Whether there is a way to set it at all. */
  boolean settable() {
    return setter != null || settableField();
  }

  /** Answers the bean to use, which is another one for an immutable bean. */
  Object write(Object bean, @Nullable Object value) {
    if (setter != null) {
      Object answer = Reflection.invoke(setter, bean, value);
      return bean.getClass().isInstance(answer) ? answer : bean;
    }
    if (field != null) {
      Reflection.set(field, bean, value);
    }
    return bean;
  }

  private @Nullable Class<?> readType() {
    if (getter != null) {
      return getter.getReturnType();
    }
    return field == null ? null : field.getType();
  }

  private boolean settableField() {
    return field != null
        && field.getType() == String.class
        && !Modifier.isFinal(field.getModifiers());
  }

  /** A primitive cannot be absent, so its 0 says nothing. */
  static @Nullable Object stated(@Nullable Object value, Class<?> type) {
    boolean zero = value instanceof Number number && number.doubleValue() == 0;
    boolean unset = type.isPrimitive() && (zero || Boolean.FALSE.equals(value));
    return unset ? null : value;
  }
}
