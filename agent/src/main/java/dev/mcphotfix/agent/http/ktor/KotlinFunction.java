package dev.mcphotfix.agent.http.ktor;

import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A function of Kotlin's that is handed to a host's library, of which the agent knows no types. */
final class KotlinFunction {

  private KotlinFunction() {}

  /**
   * What to hand over.
   *
   * @param neighbour has a class that sees Kotlin
   */
  static Object of(
      Object neighbour,
      int parameters,
      Function<@Nullable Object[], @Nullable Object> body,
      Consumer<Throwable> failures) {
    return StandIn.of(
            null, failures, call -> call.is("invoke") ? body.apply(call.arguments()) : null)
        .as(LibraryType.near(neighbour, "kotlin.jvm.functions.Function" + parameters));
  }
}
