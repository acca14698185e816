package dev.mcphotfix.agent.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent keeps the rules of its house, and each rule sees it when something breaks it. */
final class HouseTest {

  private static final String ROOT = "dev.mcphotfix.agent";

  private static JavaClasses agent;
  private static JavaClasses withIntruders;

  @BeforeAll
  static void read() {
    agent =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    withIntruders = new ClassFileImporter().importPackages(ROOT);
  }

  @ParameterizedTest
  @EnumSource
  void holds(HouseRule rule) {
    rule.rule().check(agent);
  }

  @ParameterizedTest
  @EnumSource
  void failsOnAnIntruder(HouseRule rule) {
    Map<HouseRule, String> intruders = intruders();

    assertThat(intruders).containsKey(rule);
    assertThat(rule.rule().evaluate(withIntruders).getFailureReport().toString())
        .contains(intruders.get(rule));
  }

  /** Which class of the tests breaks which rule. */
  private static Map<HouseRule, String> intruders() {
    Map<HouseRule, String> intruders = new EnumMap<>(HouseRule.class);
    for (HouseRule rule : HouseRule.values()) {
      intruders.put(rule, "Intruder");
    }
    intruders.put(HouseRule.EVERY_PACKAGE_IS_ON_THE_MAP, "HouseTest");
    intruders.put(HouseRule.THE_BRIDGE_NAMES_WHAT_EVERY_HOST_CAN_NAME, "bridge.Intruder");
    intruders.put(HouseRule.ADVICE_NAMES_THE_JDK_AND_ANNOTATIONS, "IntruderAdvice");
    intruders.put(HouseRule.BYTE_BUDDY_WAITS_BEHIND_THE_TRANSFORMER, "hook.Intruder");
    return intruders;
  }
}
