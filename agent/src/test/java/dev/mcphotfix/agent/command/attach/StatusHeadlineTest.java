package dev.mcphotfix.agent.command.attach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusHeadlineTest {

  private static final String ACCEPTED = "\"accepted\":1";
  private static final String DECISIONS = "\"added\":1,\"not-post\":11,\"record-patched\":1}";

  @Test
  void saysThatItHealsWhereTheServerAcceptedWhatItPatched() {
    assertThat(headline("", ""))
        .isEqualTo(
            "healing: 1 of 1 token requests accepted, the last 11 min ago|1 patched, 1 record healed");
  }

  @Test
  void saysHowTheServerRefusedTheLastOne() {
    assertThat(headline("200,\"error\":null", "400,\"error\":\"invalid_grant\""))
        .startsWith("refused: ")
        .contains("the last 400 invalid_grant 11 min ago");
    assertThat(headline("200,\"error\":null", "200,\"error\":\"bad_refresh_token\""))
        .startsWith("refused: ");
  }

  @Test
  void countsOnesThatWereRefusedBefore() {
    assertThat(headline("\"refused\":0", "\"refused\":2"))
        .startsWith("healing: 1 of 3 token requests accepted");
  }

  @Test
  void saysThatThereIsNothingToHealWhereAllWasAcceptedUntouched() {
    String untouched = "\"already-present\":1,\"not-post\":11}";

    assertThat(headline(DECISIONS, untouched)).startsWith("nothing to heal: 1 of 1");
  }

  @Test
  void saysThatItHealsWhereALoadedRecordGivesTheClientItsId() {
    assertThat(headline(DECISIONS, "\"already-present\":1,\"record-patched\":2}"))
        .startsWith("healing: 1 of 1")
        .endsWith("|2 records healed");
  }

  @Test
  void saysWhatToDoWhereARefreshCameBeforeItsEndpointWasFoundOut() {
    String early =
        RunningJvms.STATUS
            .replace(ACCEPTED, "\"accepted\":0")
            .replace("\"added\":1,", "\"unknown-endpoint:discovery-pending\":1,")
            .replace("200,\"error\":null", "400,\"error\":\"invalid_request\",\"early\":true");

    assertThat(RunningJvms.statusWith(RunningJvms.STATUS, early))
        .containsSequence(
            "not healed: came before the endpoint was found out",
            "1 record healed",
            "-> let the client connect once more, or configure tokenEndpoint")
        .anyMatch(line -> line.contains("400 invalid_request, too early"))
        .noneMatch(line -> line.startsWith("refused"));
  }

  @Test
  void countsWhatCameTooEarlyWhereALaterOneWasAccepted() {
    String decisions = "\"added\":1,\"unknown-endpoint:discovery-pending\":1,";

    assertThat(headline("\"added\":1,", decisions))
        .isEqualTo(
            "healing: 1 of 1 token requests accepted, the last 11 min ago"
                + "|1 patched, 1 record healed, 1 came before the endpoint was found out");
    assertThat(RunningJvms.statusWith("\"added\":1,", decisions))
        .noneMatch(line -> line.startsWith("->"));
  }

  @Test
  void promisesNothingWhereNothingWasAnswered() {
    assertThat(headline(ACCEPTED, "\"accepted\":0"))
        .startsWith("waiting: no token request was answered yet|1 patched");
  }

  @Test
  void saysThatNoClassIsThereYet() {
    assertThat(headline("\"awake\":true", "\"awake\":false"))
        .startsWith("waiting: no class that the agent weaves is loaded yet");
  }

  @Test
  void saysWhatWouldBeDoneWhereItObserves() {
    String observed = "\"accepted\":1,\"observed\":{\"added\":1,\"record-patched\":1}";
    String observing = RunningJvms.STATUS.replace("enforce", "observe").replace(ACCEPTED, observed);

    assertThat(headline(RunningJvms.STATUS, observing))
        .startsWith("observing: ")
        .endsWith("|1 would be patched, 1 record would be healed");
  }

  @Test
  void keepsApartWhatItOnlyObservedBefore() {
    String once = "\"accepted\":1,\"observed\":{\"added\":1}";

    assertThat(headline(ACCEPTED, once))
        .startsWith("healing: ")
        .endsWith("|1 record healed, 1 would have been patched");
  }

  @Test
  void isNotAlarmedByARefusalOfWhatItOnlyObserves() {
    String observed = RunningJvms.STATUS.replace("enforce", "observe");

    assertThat(
            RunningJvms.statusWith(
                RunningJvms.STATUS,
                observed.replace("200,\"error\":null", "400,\"error\":\"invalid_request\"")))
        .anyMatch(line -> line.startsWith("observing: "))
        .noneMatch(line -> line.startsWith("refused"));
  }

  @Test
  void saysThatItIsOff() {
    assertThat(headline("enforce", "off")).startsWith("switched off: nothing is changed|");
  }

  @Test
  void saysThatItTracesWhereNothingElseIsOn() {
    String trace = "{\"key\":\"trace\",\"value\":\"on\",\"origin\":\"agent argument\"},";
    String configuration = "\"configuration\":[";
    String off = RunningJvms.STATUS.replace("enforce", "off");

    assertThat(headline(RunningJvms.STATUS, off.replace(configuration, configuration + trace)))
        .startsWith("tracing: its log tells each step, and nothing is changed|");
    assertThat(headline(configuration, configuration + trace)).startsWith("healing: ");
  }

  @Test
  void countsWhatPassedUnread() {
    assertThat(headline("\"not-post\":11,\"record", "\"body-unreadable\":5,\"record"))
        .endsWith(", 5 passed unread");
  }

  private static String headline(String said, String instead) {
    return String.join("|", RunningJvms.statusWith(said, instead).subList(3, 5));
  }
}
