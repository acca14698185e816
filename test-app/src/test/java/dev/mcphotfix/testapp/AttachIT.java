package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.attach.MidFlightHost;
import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent comes, answers, changes and goes while ten threads of the host refresh. */
class AttachIT {

  private static final String FILE = "mcp-hotfix.json";

  private static LoopbackCertificate certificate;

  @TempDir private Path folder;

  @BeforeAll
  static void makeCertificate(@TempDir Path shared) throws Exception {
    certificate = LoopbackCertificate.makeIn(shared);
  }

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  /** For what does not depend on the JVM. */
  static Stream<Jdk> newest() {
    return InstalledJdks.newest().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void healsFromTheMomentInWhichItIsAttached(Jdk jdk) throws Exception {
    ChildResult run = run(jdk, "", "phase=before", FILE, "phase=attached");

    assertThat(run.outputLines())
        .contains("before {400=" + count(run, "before") + '}')
        .contains("attached {200=" + count(run, "attached") + '}');
    assertThat(answers(run).get(0))
        .contains("\"command\":\"install\",\"outcome\":\"done\"")
        .contains("\"given\":\"attach\"")
        .contains("\"hook\":\"jdk\",\"class\":\"jdk.internal.net.http.HttpClientImpl\"")
        .contains("\"hook\":\"url-connection\"")
        .contains("\"woven\":true");
    assertThatAllCameThrough(run);
  }

  @ParameterizedTest
  @MethodSource("newest")
  void tellsWhatItHasDone(Jdk jdk) throws Exception {
    ChildResult run = run(jdk, "", FILE, "phase=attached", "command=status,request=7f3a");

    assertThat(answers(run).get(1))
        .startsWith("{\"request\":\"7f3a\",\"command\":\"status\",\"outcome\":\"done\"")
        .contains("\"mode\":\"enforce\"")
        .contains("\"decisions\":{\"added\":")
        .contains("\"status\":\"200\"")
        .contains("\"value\":\"clientId:my-static-client url:")
        .doesNotContain("refresh_token=");
    assertThatAllCameThrough(run);
  }

  @ParameterizedTest
  @MethodSource("newest")
  void losesNoRefreshWhileItsConfigurationChanges(Jdk jdk) throws Exception {
    List<String> steps = new ArrayList<>(List.of("phase=in"));
    for (int i = 0; i < 3; i++) {
      steps.addAll(List.of("command=reload", "command=reload," + FILE + ",log=file:decisions.log"));
    }
    steps.add("phase=reloaded");

    ChildResult run = run(jdk, FILE, steps.toArray(String[]::new));

    assertThat(run.outputLines()).contains("reloaded {200=" + count(run, "reloaded") + '}');
    assertThat(run.stdout()).doesNotContain("400=");
    assertThat(answers(run).get(5)).contains("\"outcome\":\"done\"").contains("\"reloads\":6");
    assertThatAllCameThrough(run);
  }

  @ParameterizedTest
  @MethodSource("newest")
  void keepsItsConfigurationWhereTheNewOneIsWrong(Jdk jdk) throws Exception {
    Files.writeString(folder.resolve("bad.json"), "{ \"rulez\": [] }");

    ChildResult run = run(jdk, "", FILE, "command=reload,bad.json", "phase=kept");

    assertThat(answers(run).get(1))
        .contains("\"outcome\":\"unchanged\"")
        .contains("rulez: unknown key; did you mean \\\"rules\\\"?")
        .contains("\"reloads\":0");
    assertThat(run.outputLines()).contains("kept {200=" + count(run, "kept") + '}');
  }

  @ParameterizedTest
  @MethodSource("newest")
  void leavesRequestsAloneWhereItIsSwitchedOff(Jdk jdk) throws Exception {
    ChildResult run =
        run(
            jdk,
            "",
            FILE,
            "command=reload,mode=off",
            "phase=off",
            "command=reload,mode=enforce",
            "phase=on");

    assertThat(run.outputLines())
        .contains("off {400=" + count(run, "off") + '}')
        .contains("on {200=" + count(run, "on") + '}');
    assertThatAllCameThrough(run);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void leavesNothingBehindAndMayComeAgain(Jdk jdk) throws Exception {
    ChildResult run =
        run(
            jdk,
            "",
            FILE,
            "phase=in",
            "command=detach",
            "phase=gone",
            "command=status",
            FILE,
            "phase=again");

    assertThat(run.outputLines())
        .contains("in {200=" + count(run, "in") + '}')
        .contains("gone {400=" + count(run, "gone") + '}')
        .contains("again {200=" + count(run, "again") + '}');
    assertThat(answers(run).get(1)).contains("\"command\":\"detach\",\"outcome\":\"done\"");
    assertThat(answers(run).get(2)).contains("\"outcome\":\"not-installed\"");
    assertThatAllCameThrough(run);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void answersAndLeavesWhereItCameWithTheFlag(Jdk jdk) throws Exception {
    ChildResult run =
        run(jdk, FILE, "phase=in", "command=status", FILE, "command=detach", "phase=gone");

    assertThat(answers(run).get(0)).contains("\"given\":\"premain\"");
    assertThat(answers(run).get(1))
        .contains("\"outcome\":\"unchanged\"")
        .contains("an agent is in already");
    assertThat(run.outputLines())
        .contains("in {200=" + count(run, "in") + '}')
        .contains("gone {400=" + count(run, "gone") + '}');
    assertThatAllCameThrough(run);
  }

  @ParameterizedTest
  @MethodSource("newest")
  void answersWhyItWasNotInstalled(Jdk jdk) throws Exception {
    Files.writeString(folder.resolve("bad.json"), "{ \"rulez\": [] }");

    ChildResult run = run(jdk, "", "bad.json", FILE, "phase=in");

    assertThat(answers(run).get(0))
        .contains("\"command\":\"install\",\"outcome\":\"not-installed\"")
        .contains("bad.json:1: rulez");
    assertThat(run.outputLines()).contains("in {200=" + count(run, "in") + '}');
  }

  private ChildResult run(Jdk jdk, String options, String... steps) throws Exception {
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      Files.writeString(folder.resolve(FILE), AgentFile.of(server, ""));
      List<String> arguments = new ArrayList<>();
      arguments.add(MidFlightHost.class.getName());
      arguments.add(server.uri().resolve("/token").toString());
      arguments.add(BuiltJars.agent().toString());
      arguments.addAll(List.of(steps));
      ChildJvm host =
          ChildJvm.of(folder, arguments.toArray(String[]::new))
              .withJavaHome(jdk.home())
              .withQuickStart()
              .withJvmArgument("-Djdk.attach.allowAttachSelf=true");
      ChildResult result =
          options.isEmpty() ? host.run() : host.withAgent(BuiltJars.agent(), options).run();
      assertThat(result.exitCode()).as(result.stderr()).isZero();
      return result;
    }
  }

  private static List<String> answers(ChildResult run) {
    return run.outputLines().stream().filter(line -> line.startsWith("{")).toList();
  }

  /** How many requests of a phase had the outcome that it shows first. */
  private static String count(ChildResult run, String phase) {
    return run.outputLines().stream()
        .filter(line -> line.startsWith(phase + " {"))
        .map(line -> line.replaceAll(".*\\{\\d+=(\\d+).*", "$1"))
        .findFirst()
        .orElse("none");
  }

  /** Whatever was under way meanwhile was answered, with the id or without it. */
  private static void assertThatAllCameThrough(ChildResult run) {
    assertThat(run.outputLines())
        .filteredOn(line -> !line.startsWith("{"))
        .allMatch(line -> line.matches("[a-z]+ \\{(200=\\d+)?(, )?(400=\\d+)?}"));
    assertThat(run.stderr()).doesNotContain("agent-error").doesNotContain("Exception");
  }
}
