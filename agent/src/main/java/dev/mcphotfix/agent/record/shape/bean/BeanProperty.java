package dev.mcphotfix.agent.record.shape.bean;

import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** How one property of one host class is read and set; each part is null where there is none. */
record BeanProperty(
    @Nullable Method getter,
    @Nullable Method setter,
    @Nullable Field field,
    @Nullable BeanCopy copy) {

  @Nullable Object read(Object bean) {
    if (getter != null) {
      return stated(Reflection.invoke(getter, bean), getter.getReturnType());
    }
    return field == null ? null : stated(Reflection.get(field, bean), field.getType());
  }

  /** What is read; null for what cannot be, which could hold another client's id already. */
  @Nullable Class<?> type() {
    if (getter != null) {
      return getter.getReturnType();
    }
    return field == null ? null : field.getType();
  }

  /** Whether text is declared, or what text is, too. */
  boolean readsText() {
    Class<?> type = type();
    return type != null && type.isAssignableFrom(String.class);
  }

  /**
   * Whether it can be set to the value, and read back. Text goes nowhere but where text is
   * declared: an Object may be meant to be of another type.
   */
  boolean takes(Object value) {
    Class<?> type = type();
    if (type == null || (setter == null && copy == null && !settableField())) {
      return false;
    }
    return value instanceof String ? type == String.class : type.isInstance(value);
  }

  boolean settableField() {
    return field != null && field.getType() == type() && !Modifier.isFinal(field.getModifiers());
  }

  /** What the field below getter and setter holds; null where there is none. */
  @Nullable Object kept(Object bean) {
    return field == null ? null : Reflection.get(field, bean);
  }

  /** Puts that back, below the setter, which could make something else of it. */
  void restore(Object bean, @Nullable Object kept) {
    if (field != null && !Modifier.isFinal(field.getModifiers()) && kept(bean) != kept) {
      Reflection.set(field, bean, kept);
    }
  }

  /** Answers the bean to use, which is another one for an immutable bean. */
  Object write(Object bean, @Nullable Object value) {
    if (setter != null || copy != null) {
      Object answer = setter == null ? copied(bean, value) : Reflection.invoke(setter, bean, value);
      return bean.getClass().isInstance(answer) ? answer : bean;
    }
    if (field != null) {
      Reflection.set(field, bean, value);
    }
    return bean;
  }

  private @Nullable Object copied(Object bean, @Nullable Object value) {
    return copy == null ? null : copy.with(bean, value);
  }

  /** A primitive cannot be absent, so its 0 says nothing. */
  private static @Nullable Object stated(@Nullable Object value, Class<?> type) {
    boolean zero = value instanceof Number number && number.doubleValue() == 0;
    boolean unset = type.isPrimitive() && (zero || Boolean.FALSE.equals(value));
    return unset ? null : value;
  }
}
