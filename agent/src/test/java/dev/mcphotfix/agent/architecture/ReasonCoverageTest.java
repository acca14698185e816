package dev.mcphotfix.agent.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import dev.mcphotfix.agent.log.Reason;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the decision tables has a test of its own, whose display name is its code. */
final class ReasonCoverageTest {

  private static final Set<String> TESTED =
      AgentClasses.WITH_TESTS.stream()
          .flatMap(type -> type.getMethods().stream())
          .filter(method -> method.isAnnotatedWith(DisplayName.class))
          .map(ReasonCoverageTest::name)
          .collect(Collectors.toSet());

  @ParameterizedTest
  @EnumSource
  void findsATestOfEachReason(Reason reason) {
    assertThat(TESTED).contains(reason.code());
  }

  private static String name(JavaMethod method) {
    return method.getAnnotationOfType(DisplayName.class).value();
  }
}
