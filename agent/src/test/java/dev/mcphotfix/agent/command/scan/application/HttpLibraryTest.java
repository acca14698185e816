package dev.mcphotfix.agent.command.scan.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.launch.BuiltInHooks;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpLibraryTest {

  @ParameterizedTest
  @EnumSource
  void namesOnlyHooksThatThereAre(HttpLibrary library) {
    String hook = Objects.requireNonNullElse(library.hook(), "");

    assertThat(BuiltInHooks.names()).containsAll(hook.isEmpty() ? List.of() : List.of(hook));
  }
}
