package dev.mcphotfix.agent.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.mcphotfix.agent.log.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent keeps the rules of its house, and each rule sees it when something breaks it. */
final class HouseTest {

  private static final Set<String> TESTED =
      AgentClasses.WITH_TESTS.stream()
          .flatMap(type -> type.getMethods().stream())
          .filter(method -> method.isAnnotatedWith(DisplayName.class))
          .map(HouseTest::name)
          .collect(Collectors.toSet());

  @ParameterizedTest
  @EnumSource
  void holds(HouseRule rule) {
    rule.rule().check(AgentClasses.AGENT);
  }

  @ParameterizedTest
  @EnumSource
  void failsOnAnIntruder(HouseRule rule) {
    String report = rule.rule().evaluate(AgentClasses.WITH_TESTS).getFailureReport().toString();
    List<String> intrusions = report.lines().filter(line -> line.contains("Intruder")).toList();

    for (String intrusion : intrusions().getOrDefault(rule, List.of("Intruder"))) {
      assertThat(intrusions).anyMatch(line -> line.contains(intrusion));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HookTransformer",
        "Implementations",
        "ClassFile",
        "Installation",
        "RuleNames",
        "Agent",
        "NameSet",
        "LineQueue",
        "QueuedOutput"
      })
  void hasTheClassesThatARuleNames(String simpleName) {
    assertThat(AgentClasses.AGENT.stream().map(JavaClass::getSimpleName)).contains(simpleName);
  }

  /** Every row of the decision tables has a test of its own, whose display name is its code. */
  @ParameterizedTest
  @EnumSource
  void hasATestOfEachReason(Reason reason) {
    assertThat(TESTED).contains(reason.code());
  }

  private static String name(JavaMethod method) {
    return method.getAnnotationOfType(DisplayName.class).value();
  }

  /** What a rule has to find, where it forbids more than one thing or names certain classes. */
  private static Map<HouseRule, List<String>> intrusions() {
    return Map.of(
        HouseRule.HTTP_SAYS_THREE_WORDS_TO_OAUTH, List.of("http.Intruder"),
        HouseRule.THE_BRIDGE_NAMES_WHAT_EVERY_HOST_CAN_NAME, List.of("bridge.Intruder"),
        HouseRule.ADVICE_NAMES_THE_JDK_AND_ANNOTATIONS, List.of("IntruderAdvice"),
        HouseRule.BYTE_BUDDY_WAITS_BEHIND_THE_TRANSFORMER,
            List.of("net.bytebuddy.ByteBuddy", "tools.jackson.core.JsonParser"),
        HouseRule.NO_JSON_DATABIND, List.of("tools.jackson.databind.", "com.fasterxml."),
        HouseRule.NOTHING_DISTURBS_A_HOST_AT_ITS_START,
            List.of("java.util.logging.", "java.nio.file."),
        HouseRule.ONLY_TELEMETRY_STARTS_THE_TOOLS_OF_THE_JVM,
            List.of("java.lang.management.", "javax.management.", "jdk.jfr."),
        HouseRule.NO_THREAD_OF_A_HOST_WAITS,
            List.of(
                "Object.wait(",
                "Thread.sleep(",
                "Thread.join(",
                "Future.get(",
                "CountDownLatch.await(",
                "Condition.await(",
                "BlockingQueue.take(",
                "BlockingQueue.put(",
                "Semaphore.acquire(",
                "LockSupport.park("),
        HouseRule.ONLY_HOST_CALLS_BY_REFLECTION,
            List.of(
                "Constructor.newInstance(",
                "Method.invoke(",
                "Field.get(",
                "Field.set(",
                "MethodHandle.invoke("),
        HouseRule.NOTHING_ENDS_THE_HOST,
            List.of("System.exit(int)", "Runtime.exit(int)", "Runtime.halt(int)"));
  }
}
