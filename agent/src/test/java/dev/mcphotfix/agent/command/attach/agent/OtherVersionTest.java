package dev.mcphotfix.agent.command.attach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtherVersionTest {

  @Test
  void isNamedBesideThatOfTheJar() {
    assertThat(OtherVersion.of("0.0.9", "0.1.0"))
        .satisfies(
            finding ->
                assertThat(finding.text())
                    .isEqualTo(
                        "version 0.0.9 of the agent answers, which that JVM got first; this jar's"
                            + " is 0.1.0"))
        .satisfies(finding -> assertThat(finding.advice()).contains("restart"))
        .satisfies(finding -> assertThat(finding.isProblem()).isFalse());
  }

  @Test
  void isNotToldWhereItIsTheSameOrUnknown() {
    assertThat(OtherVersion.of("0.1.0", "0.1.0")).isNull();
    assertThat(OtherVersion.of(null, "0.1.0")).isNull();
    assertThat(OtherVersion.of("0.1.0", null)).isNull();
    assertThat(OtherVersion.lines(null)).isEmpty();
  }
}
