package dev.mcphotfix.agent.command.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusPageTest {

  @Test
  void fitsOnATerminal() {
    assertThat(RunningJvms.status()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void showsWhatIsWovenAndWhatIsNot() {
    assertThat(RunningJvms.status())
        .anyMatch(line -> line.matches(" +jdk +12 +1 +11"))
        .anyMatch(line -> line.contains("left alone: not-post 11"))
        .containsSequence("  not woven, no class met yet:", "    okhttp apache5");
  }

  @Test
  void saysHowManyLinesOfTheLogAreMissing() {
    assertThat(RunningJvms.statusWithLinesLost(7))
        .containsOnlyOnce("Missing in its log, which was not written fast enough: 7 lines.");
    assertThat(RunningJvms.status()).noneMatch(line -> line.contains("Missing"));
  }

  @Test
  void showsTheMostFrequentFirst() {
    assertThat(HookTable.counts(Map.of("b", 2L, "a", 2L, "often", 9L)))
        .isEqualTo("often 9, a 2, b 2");
  }

  @ParameterizedTest
  @CsvSource({"59, 59 s", "60, 1 min", "3660, 1 h 1 min", "604800, 7 d 0 h", "-3, 0 s"})
  void saysHowLongInFewWords(long seconds, String words) {
    Instant now = Instant.parse("2026-11-27T13:17:12Z");

    assertThat(StatusPage.span(now.minusSeconds(seconds), now)).isEqualTo(words);
  }
}
