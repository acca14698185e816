package dev.mcphotfix.agent.command.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusPageTest {

  @Test
  void fitsOnATerminal() {
    assertThat(RunningJvms.status()).allMatch(line -> line.length() <= 80);
  }

  /** The mode may have changed since. */
  @Test
  void saysSinceWhenTheAgentIsInAndNotSinceWhenInThatMode() {
    assertThat(RunningJvms.status())
        .contains("agent 0.1.0, enforce; attached 2026-11-27 13:05:12Z, 12 min ago");
    assertThat(RunningJvms.statusWith("\"attach\"", "\"premain\""))
        .contains("agent 0.1.0, enforce; given at the start, 2026-11-27 13:05:12Z, 12 min ago");
  }

  @Test
  void showsWhatIsWovenAndWhatIsNot() {
    assertThat(RunningJvms.verboseStatus())
        .anyMatch(line -> line.matches(" +jdk +12 +1 +11"))
        .anyMatch(line -> line.contains("left alone: not-post 11"))
        .contains("    jdk.internal.net.http.HttpClientImpl#sendAsync")
        .containsSequence("  not woven, not met yet:", "    okhttp apache5");
  }

  @Test
  void showsAHookOfSeveralPlacesOnceWithEachPlaceWhereThatIsAskedFor() {
    String second =
        """
        "hooks":[
         {"hook":"jdk","class":"jdk.internal.net.http.Exchange","method":"cancel",
          "loader":"platform","source":"the JDK","woven":true,"reason":null,"requests":12,
          "patched":1,"leftAlone":{"not-post":11},"lastDecision":"INFO added"},\
        """;

    assertThat(RunningJvms.statusWith("\"hooks\":[", second))
        .filteredOn(line -> line.matches(" +jdk .*"))
        .containsExactly("  jdk         12        1          11");
    assertThat(RunningJvms.verboseStatusWith("\"hooks\":[", second))
        .containsSubsequence(
            "    jdk.internal.net.http.Exchange#cancel",
            "    jdk.internal.net.http.HttpClientImpl#sendAsync")
        .filteredOn(line -> line.matches(" +last: INFO added.*"))
        .hasSize(1);
  }

  @Test
  void leavesOutWhatIsAsUsualWhereItIsNotAskedFor() {
    assertThat(RunningJvms.status())
        .anyMatch(line -> line.matches(" +jdk +12 +1 +11"))
        .noneMatch(line -> line.contains("HttpClientImpl"))
        .noneMatch(line -> line.contains("not met yet"))
        .doesNotContain("Configuration");
  }

  @Test
  void showsAHookThatIsNotWovenForAnotherReason() {
    assertThat(RunningJvms.statusWith("not met yet", "no method of that name"))
        .containsSequence("  not woven, no method of that name:", "    okhttp apache5");
  }

  @Test
  void saysWhatWouldBeDoneWhereItObserves() {
    assertThat(RunningJvms.statusWith("enforce", "observe"))
        .anyMatch(line -> line.contains("WOULD PATCH"));
    assertThat(RunningJvms.status()).noneMatch(line -> line.contains("WOULD"));
  }

  @Test
  void saysWhatOfTheConfigurationIsPassedOver() {
    assertThat(
            RunningJvms.statusWith(
                "\"warnings\":[]", "\"warnings\":[],\"passedOver\":[\"a.json:1: no url\"]"))
        .containsSequence("Passed over in the configuration", "  a.json:1: no url");
    assertThat(RunningJvms.status()).noneMatch(line -> line.contains("Passed over"));
  }

  @Test
  void countsEqualWarningsAndTellsEachTimeInThePersonsZone() {
    String warnings =
        """
        "warnings":["2026-11-27T13:00:00Z unknown endpoint hook=jdk request=0001",
         "2026-11-27T13:01:00Z hook retired hook=save",
         "2026-11-27T13:02:00Z unknown endpoint hook=jdk request=0002"]\
        """;

    assertThat(RunningJvms.statusWith("\"warnings\":[]", warnings))
        .containsSequence(
            "Warnings",
            "  2026-11-27 13:02:00Z (2 times)  unknown endpoint hook=jdk",
            "  2026-11-27 13:01:00Z  hook retired hook=save");
  }

  @Test
  void saysHowManyLinesOfTheLogAreMissing() {
    assertThat(RunningJvms.statusWith("\"warnings\":[]", "\"linesLost\":7"))
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

    assertThat(new ShownTime(Clock.fixed(now, ZoneOffset.UTC)).since(now.minusSeconds(seconds)))
        .isEqualTo(words);
  }

  @Test
  void saysWhyNoHookIsWovenWhereItIsOff() {
    String bare = RunningJvms.STATUS.replace("\"woven\":true", "\"woven\":false");

    assertThat(RunningJvms.statusWith(RunningJvms.STATUS, bare))
        .contains("  none is woven yet: no class that the agent weaves is loaded there");
    assertThat(RunningJvms.statusWith(RunningJvms.STATUS, bare.replace("enforce", "off")))
        .contains("  none is woven: mode=off asks for none but those of a witness or a trace");
  }
}
