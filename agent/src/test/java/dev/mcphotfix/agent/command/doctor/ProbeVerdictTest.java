package dev.mcphotfix.agent.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A claim a line: what the two answers prove, and what they do not. */
class ProbeVerdictTest {

  @ParameterizedTest
  @CsvSource({
    "GRANTED, WORKS_WITHOUT",
    "REFUSES_TOKEN, DEAD_TOKEN",
    "FAILED, UNKNOWN",
    "UNCLEAR, UNKNOWN",
    "NONE, UNKNOWN",
  })
  void provesByTheAnswerWithoutTheIdAlone(AnswerKind without, ProbeVerdict verdict) {
    assertThat(without.leavesOpen()).isFalse();
    assertThat(ProbeVerdict.of(without, null)).isEqualTo(verdict);
  }

  /** Whatever the answer without the id was, if it left the question open. */
  @ParameterizedTest
  @CsvSource({
    "GRANTED, HEALS",
    "WANTS_SECRET, NEEDS_SECRET",
    "REFUSES_CLIENT, ANOTHER_ID",
    "REFUSES_TOKEN, DEAD_TOKEN",
    "REFUSES_GRANT, DEAD_TOKEN",
    "REFUSES_OTHERWISE, OTHER_REFUSAL",
    "MISSES_ID, UNKNOWN",
    "NOT_OAUTH, UNKNOWN",
    "FAILED, UNKNOWN",
    "UNCLEAR, UNKNOWN",
    "NONE, UNKNOWN",
  })
  void provesByTheAnswerWithTheId(AnswerKind with, ProbeVerdict verdict) {
    assertThat(Stream.of(AnswerKind.values()).filter(AnswerKind::leavesOpen))
        .hasSize(6)
        .filteredOn(without -> without != AnswerKind.WANTS_SECRET)
        .allSatisfy(without -> assertThat(ProbeVerdict.of(without, with)).isEqualTo(verdict));
  }

  @Test
  void believesAServerThatHasAskedForTheSecretAndThenSaysLess() {
    assertThat(ProbeVerdict.of(AnswerKind.WANTS_SECRET, AnswerKind.REFUSES_CLIENT))
        .isEqualTo(ProbeVerdict.NEEDS_SECRET);
    assertThat(ProbeVerdict.of(AnswerKind.WANTS_SECRET, AnswerKind.GRANTED))
        .isEqualTo(ProbeVerdict.HEALS);
    assertThat(ProbeVerdict.of(AnswerKind.WANTS_SECRET, AnswerKind.REFUSES_GRANT))
        .isEqualTo(ProbeVerdict.DEAD_TOKEN);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatToDoWhereItIsNotGood(ProbeVerdict verdict) {
    boolean silent = verdict.isGood() || verdict == ProbeVerdict.UNKNOWN;

    assertThat(verdict.advice().isEmpty()).isEqualTo(silent);
  }

  @ParameterizedTest
  @EnumSource(names = {"MISSES_ID", "NOT_OAUTH", "FAILED", "UNCLEAR", "NONE"})
  void saysWhatToDoWhereAnAnswerProvesNothing(AnswerKind kind) {
    assertThat(kind.doubt()).isNotEmpty();
  }
}
