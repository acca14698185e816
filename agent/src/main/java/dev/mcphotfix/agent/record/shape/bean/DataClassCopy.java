package dev.mcphotfix.agent.record.shape.bean;

import dev.mcphotfix.agent.host.ModuleAccess;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A copy by the {@code copy} of a Kotlin data class, which takes all properties of the primary
 * constructor in their order. That is the order of the first fields, too.
 */
record DataClassCopy(Method copy, List<Field> fields, int place) implements BeanCopy {

  /** Answers null where it is no data class, or has no such property in its constructor. */
  static @Nullable DataClassCopy of(Class<?> type, String name) {
    List<Field> fields = fields(type);
    for (Method method : type.getDeclaredMethods()) {
      if (copies(method, type, fields) && ModuleAccess.open(method)) {
        List<Field> copied = fields.subList(0, method.getParameterCount());
        int place = place(copied, name);
        return place < 0 ? null : new DataClassCopy(method, List.copyOf(copied), place);
      }
    }
    return null;
  }

  @Override
  public @Nullable Object with(Object bean, @Nullable Object value) {
    @Nullable Object[] arguments = new @Nullable Object[fields.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = i == place ? value : Reflection.get(fields.get(i), bean);
    }
    return Reflection.invoke(copy, bean, arguments);
  }

  private static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && ModuleAccess.open(field)) {
        fields.add(field);
      }
    }
    return fields;
  }

  private static boolean copies(Method method, Class<?> type, List<Field> fields) {
    Class<?>[] parameters = method.getParameterTypes();
    boolean copy = method.getName().equals("copy") && method.getReturnType() == type;
    copy &= parameters.length > 0 && parameters.length <= fields.size();
    for (int i = 0; copy && i < parameters.length; i++) {
      copy = parameters[i] == fields.get(i).getType() && isComponent(type, i + 1, parameters[i]);
    }
    return copy && !Modifier.isStatic(method.getModifiers());
  }

  private static boolean isComponent(Class<?> type, int number, Class<?> answer) {
    for (Method method : type.getDeclaredMethods()) {
      String name = method.getName();
      // An internal property's has the module behind a dollar sign.
      if ((name.equals("component" + number) || name.startsWith("component" + number + '$'))
          && method.getParameterCount() == 0
          && method.getReturnType() == answer) {
        return true;
      }
    }
    return false;
  }

  private static int place(List<Field> fields, String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).getName().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
