package dev.mcphotfix.agent.record;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one host class, found once each. Kept with the class itself, so that the agent
 * holds no class loader of the host.
 */
final class BeanClass {

  private static final ClassValue<BeanClass> CLASSES =
      new ClassValue<>() {
        @Override
        protected BeanClass computeValue(Class<?> type) {
          return new BeanClass(type);
        }
      };

  private final Class<?> type;
  private final ConcurrentMap<String, BeanProperty> properties = new ConcurrentHashMap<>();

  private BeanClass(Class<?> type) {
    this.type = type;
  }

  static BeanClass of(Class<?> type) {
    return CLASSES.get(type);
  }

  BeanProperty property(String name) {
    return properties.computeIfAbsent(name, this::find);
  }

  private BeanProperty find(String name) {
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT).concat(name.substring(1));
    Field field = field(name);
    Method getter = method("get".concat(capital), null);
    Method setter = method("set".concat(capital), null, String.class);
    if (getter == null && field == null) {
      // Only text: other methods of that name act, as refreshToken() of some libraries does.
      getter = method(name, String.class);
    }
    if (setter == null) {
      setter = method(name, type, String.class);
    }
    BeanProperty property = new BeanProperty(getter, setter, field);
    // A copy only where the bean itself cannot be changed: the host may go on with the original.
    return property.settable()
        ? property
        : new BeanProperty(getter, method("with".concat(capital), type, String.class), field);
  }

  /** A method of the class or of a superclass; {@code answer} is what it answers, if it matters. */
  private @Nullable Method method(String name, @Nullable Class<?> answer, Class<?>... parameters) {
    for (Class<?> each = type; usable(each); each = each.getSuperclass()) {
      Method method = declaredMethod(each, name, parameters);
      if (method != null && fits(method, answer) && open(method, method.getModifiers())) {
        return method;
      }
    }
    return null;
  }

  /** A fluent setter answers the bean's type, or a supertype of it that says something. */
  private static boolean fits(Method method, @Nullable Class<?> answer) {
    Class<?> declared = method.getReturnType();
    return answer == null || (declared != Object.class && declared.isAssignableFrom(answer));
  }

  private @Nullable Field field(String name) {
    for (Class<?> each = type; usable(each); each = each.getSuperclass()) {
      Field field = declaredField(each, name);
      if (field != null && open(field, field.getModifiers())) {
        return field;
      }
    }
    return null;
  }

  private static @Nullable Method declaredMethod(
      Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getDeclaredMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static @Nullable Field declaredField(Class<?> type, String name) {
    try {
      return type.getDeclaredField(name);
    } catch (NoSuchFieldException e) {
      return null;
    }
  }

  private static boolean usable(@Nullable Class<?> type) {
    return type != null && type != Object.class;
  }

  private static boolean open(AccessibleObject member, int modifiers) {
    return !Modifier.isStatic(modifiers) && member.trySetAccessible();
  }
}
