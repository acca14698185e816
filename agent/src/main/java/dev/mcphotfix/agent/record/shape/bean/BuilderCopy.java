package dev.mcphotfix.agent.record.shape.bean;

import dev.mcphotfix.agent.host.HostMethods;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A copy by {@code toBuilder().clientId(value).build()}, as Lombok and AutoValue write them. */
record BuilderCopy(Method toBuilder, Method set, Method build) implements BeanCopy {

  /** Answers null where the class has no such builder, or its builder no such property. */
  static @Nullable BuilderCopy of(Class<?> type, String name, Class<?> valueType) {
    Method toBuilder = HostMethods.find(type, "toBuilder");
    if (toBuilder == null) {
      return null;
    }
    Class<?> builder = toBuilder.getReturnType();
    Method build = HostMethods.find(builder, "build");
    Method set = setter(builder, name, valueType);
    return build == null || set == null ? null : new BuilderCopy(toBuilder, set, build);
  }

  private static @Nullable Method setter(Class<?> builder, String name, Class<?> type) {
    Method plain = HostMethods.find(builder, name, type);
    Method set =
        plain == null ? HostMethods.find(builder, BeanCopy.after("set", name), type) : plain;
    return set == null ? HostMethods.find(builder, BeanCopy.after("with", name), type) : set;
  }

  @Override
  public @Nullable Object with(Object bean, @Nullable Object value) {
    Object builder = Reflection.invoke(toBuilder, bean);
    if (builder == null) {
      return null;
    }
    Object next = Reflection.invoke(set, builder, value);
    return Reflection.invoke(build, builder.getClass().isInstance(next) ? next : builder);
  }
}
