package dev.mcphotfix.agent.record.shape.holder;

import dev.mcphotfix.agent.host.ClassMemory;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Mono} or {@code Flux} of the host's own Reactor, which maps itself: demand, cancellation
 * and failures stay its own.
 */
record ReactorHolder(Object publisher, Method map) implements RecordHolder {

  private static final ClassMemory<Optional<Method>> MAPS = ClassMemory.of(ReactorHolder::find);

  /** Answers null where the value is neither. */
  static @Nullable ReactorHolder of(Object value) {
    Method map = MAPS.get(value.getClass()).orElse(null);
    return map == null ? null : new ReactorHolder(value, map);
  }

  @Override
  public Object healed(UnaryOperator<Object> healer) {
    if (DeferredHolders.isMade(publisher)) {
      return publisher;
    }
    Function<Object, Object> function = healer;
    Object mapped = Reflection.invoke(map, publisher, function);
    return mapped == null ? publisher : DeferredHolders.made(mapped);
  }

  private static Optional<Method> find(Class<?> type) {
    Class<?> mono = LibraryType.above(type, "reactor.core.publisher.Mono");
    Class<?> flux = LibraryType.above(type, "reactor.core.publisher.Flux");
    return Optional.ofNullable(map(mono == null ? flux : mono));
  }

  private static @Nullable Method map(@Nullable Class<?> type) {
    try {
      return type == null ? null : type.getMethod("map", Function.class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
