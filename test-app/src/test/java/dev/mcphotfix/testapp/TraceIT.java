package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.World;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a trace tells of a host that has the defect, and of the same host healed. */
class TraceIT {

  private static final Pattern STEP = Pattern.compile("step=(\\S+)");
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:access|refresh)Token\"\\s*:\\s*\"([^\"]+)\"");

  /** The host of the bug report on one JDK; with {@code -Pthorough} on each. */
  static Stream<Run> runs() {
    return Run.thorough();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void tellsTheDefectAndChangesNothingWhereTheModeIsOff(Run run) throws Exception {
    ChildResult connect = ObserveIT.connectsAsWithoutAgent(run, "off,trace=on");

    assertThat(steps(connect))
        .startsWith("request-refused")
        .endsWith("token-request", "token-response")
        .contains("metadata");
    assertThat(connect.errorLines())
        .filteredOn(line -> line.contains("diagnosis"))
        .singleElement()
        .asString()
        .contains("cause=no-client-id")
        .contains("\"401 from the server -> refresh without client_id -> 400 invalid_request: ");
    assertThat(connect.stderr())
        .doesNotContain("left alone", "added client_id", "would add", "token response ");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void tellsTheWayBackWhereTheHostIsHealed(Run run) throws Exception {
    try (World world = World.start(run.host())) {
      world.login();
      String saved = world.credentials();
      world.authorizationServer().expireAccessTokens();

      ChildResult connect =
          world
              .child("connect")
              .withJavaHome(run.jdk().home())
              .withAgent(BuiltJars.agent(), "config=" + World.AGENT_CONFIGURATION + ",trace=on")
              .run();

      assertThat(connect.exitCode()).as(connect.stderr()).isZero();
      assertThat(steps(connect))
          .startsWith("request-refused")
          .endsWith("token-request", "token-response", "record-saved", "request-accepted");
      assertThat(connect.stderr())
          .contains("added client_id", "client_id=added")
          .doesNotContain("diagnosis")
          .doesNotContain(tokens(saved))
          .doesNotContain(tokens(world.credentials()));
    }
  }

  private static List<String> steps(ChildResult result) {
    return result.errorLines().stream()
        .map(STEP::matcher)
        .filter(Matcher::find)
        .map(step -> step.group(1))
        .toList();
  }

  private static List<String> tokens(String credentials) {
    List<String> tokens =
        TOKEN.matcher(credentials).results().map(token -> token.group(1)).toList();
    assertThat(tokens).isNotEmpty();
    return tokens;
  }
}
