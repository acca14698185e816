package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a trace tells of a host that has the defect, and of the same host healed. */
class TraceIT {

  private static final Pattern STEP = Pattern.compile("step=(\\S+)");
  private static final Pattern TOLD =
      Pattern.compile("trace |diagnosis |added client_id|token response |healed record");
  private static final Pattern CODE = Pattern.compile(".*(?:^|&)code=([^&]+).*");
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
    assertThat(story(connect.errorLines())).isEqualTo(page(1));
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
      assertThat(story(connect.errorLines())).isEqualTo(page(2));
      assertThat(connect.stderr())
          .contains("added client_id", "client_id=added")
          .doesNotContain("diagnosis")
          .doesNotContain(tokens(saved))
          .doesNotContain(tokens(world.credentials()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void tellsALoginWithoutItsCode(Run run) throws Exception {
    try (World world = World.start(run.host())) {
      ChildResult login =
          world
              .child("login")
              .withJavaHome(run.jdk().home())
              .withAgent(
                  BuiltJars.agent(), "config=" + World.AGENT_CONFIGURATION + ",mode=off,trace=on")
              .run();

      assertThat(login.exitCode()).as(login.stderr()).isZero();
      assertThat(steps(login))
          .containsSubsequence("metadata", "authorization", "token-request", "token-response");
      assertThat(login.stderr())
          .containsPattern(
              " step=authorization server=example-server method=GET url=\\S+ status=302 ms=")
          .contains(" grant=authorization_code ")
          .doesNotContain(tokens(world.credentials()));
      assertThat(world.authorizationServer().tokenRequests())
          .extracting(request -> CODE.matcher(request.body()).replaceFirst("$1"))
          .isNotEmpty()
          .allSatisfy(code -> assertThat(login.stderr()).doesNotContain(code));
    }
  }

  /** The same but for what is another each time: where the servers listen, when, and by whom. */
  private static List<String> story(List<String> lines) {
    return lines.stream()
        .filter(line -> TOLD.matcher(line).find())
        .map(line -> line.replaceAll("conversation=\\w+-", "conversation="))
        .map(
            line ->
                line.replaceAll("http://127\\.0\\.0\\.1:\\d+|https://\\w+\\.example\\.com", "URL"))
        .map(line -> line.replaceAll("(ms|took|out|expires_in)=\\d+", "$1="))
        .map(line -> line.replaceAll(":\\d+\\)", ")"))
        .map(line -> line.replaceAll("thread=\\S+", ""))
        .map(String::stripTrailing)
        .toList();
  }

  /** What the page shows of a story, the first or the second one. */
  private static List<String> page(int number) throws Exception {
    String story = Files.readString(Path.of("../docs/tracing.md")).split("## The story", 2)[1];
    return story(story.split("```", -1)[2 * number - 1].lines().toList());
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
