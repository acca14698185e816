package dev.mcphotfix.agent.command.attach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WitnessedRuleTest {

  @Test
  void isReadyForTheFile() {
    assertThat(
            WitnessedRule.json(
                "a.B#c(java.net.URI,byte[]) patch=token-request target=arg1 endpoint=arg0"))
        .isEqualTo(
            "{\"method\":\"a.B#c(java.net.URI,byte[])\",\"patch\":\"token-request\","
                + "\"target\":\"arg1\",\"endpoint\":\"arg0\"}");
  }

  @Test
  void isNoneWhereTheWitnessKnowsNone() {
    assertThat(WitnessedRule.json("the command scan proposes one")).isNull();
    assertThat(WitnessedRule.json(null)).isNull();
  }
}
