package dev.mcphotfix.agent.record.shape.bean;

import dev.mcphotfix.agent.host.ClassMemory;
import dev.mcphotfix.agent.host.HostMethods;
import dev.mcphotfix.agent.host.ModuleAccess;
import dev.mcphotfix.agent.record.shape.ShutRecordException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one host class, found once each. Kept with the class itself, so that the agent
 * holds no class loader of the host.
 */
final class BeanClass {

  private static final ClassMemory<BeanClass> CLASSES = ClassMemory.of(BeanClass::new);

  private final Class<?> type;
  private final @Nullable Class<?> shut;
  private final ConcurrentMap<String, BeanProperty> properties = new ConcurrentHashMap<>();

  private BeanClass(Class<?> type) {
    this.type = type;
    this.shut = shut(type);
  }

  static BeanClass of(Class<?> type) {
    return CLASSES.get(type);
  }

  /**
   * Never null: there may be nothing behind the name.
   *
   * @throws ShutRecordException where the class, or one above it, is not open to the agent
   */
  BeanProperty property(String name) {
    if (shut != null) {
      throw new ShutRecordException(shut);
    }
    return properties.computeIfAbsent(
        name, each -> type.isRecord() ? CanonicalCopy.property(type, each) : find(each));
  }

  /** A part that cannot be seen could say that the record is another client's. */
  private static @Nullable Class<?> shut(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (!ModuleAccess.isOfTheRuntime(each) && !ModuleAccess.open(each)) {
        return each;
      }
    }
    return null;
  }

  private BeanProperty find(String name) {
    Field field = field(name);
    Method getter = HostMethods.find(type, BeanCopy.after("get", name));
    if (getter == null && field == null) {
      // Only text: other methods of that name act, as refreshToken() of some libraries does.
      getter = answering(String.class, name);
    }
    BeanProperty property = new BeanProperty(getter, null, field, null);
    Class<?> valueType = property.type();
    return valueType == null ? property : changeable(property, name, valueType);
  }

  /** A copy only where the bean itself cannot be changed: the host may go on with the original. */
  private BeanProperty changeable(BeanProperty property, String name, Class<?> valueType) {
    Method setter = HostMethods.find(type, BeanCopy.after("set", name), valueType);
    setter = setter == null ? answering(type, name, valueType) : setter;
    if (setter == null && !property.settableField()) {
      setter = answering(type, BeanCopy.after("with", name), valueType);
      BeanCopy copy = setter == null ? copy(name, valueType) : null;
      return new BeanProperty(property.getter(), setter, property.field(), copy);
    }
    return new BeanProperty(property.getter(), setter, property.field(), null);
  }

  private @Nullable BeanCopy copy(String name, Class<?> valueType) {
    BeanCopy builder = BuilderCopy.of(type, name, valueType);
    return builder == null ? DataClassCopy.of(type, name) : builder;
  }

  /** A fluent setter answers the bean's type, or a supertype of it that says something. */
  private @Nullable Method answering(Class<?> answer, String name, Class<?>... parameters) {
    Method method = HostMethods.find(type, name, parameters);
    Class<?> declared = method == null ? Object.class : method.getReturnType();
    return declared != Object.class && declared.isAssignableFrom(answer) ? method : null;
  }

  private @Nullable Field field(String name) {
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      Field field = declaredField(each, name);
      if (field != null && !Modifier.isStatic(field.getModifiers()) && ModuleAccess.open(field)) {
        return field;
      }
    }
    return null;
  }

  private static @Nullable Field declaredField(Class<?> type, String name) {
    try {
      return type.getDeclaredField(name);
    } catch (NoSuchFieldException e) {
      return null;
    }
  }
}
