package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.library.Library;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.world.BuildOutput;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged application, run as a reader of the documentation runs it. */
class StoryIT {
  /** Of the documentation; written anew with {@code -Dit.picture=write}. */
  private static final Path PICTURE = Path.of("..", "docs", "story.svg");

  @TempDir private Path folder;

  @Test
  void endsAsToldOnOneScreenAndAsPictured() throws Exception {
    ChildResult story = run("--agent", BuiltJars.agent().toString());

    assertThat(story.outputLines().toString()).contains("All as told");
    assertThat(story.exitCode()).isZero();
    assertThat(story.outputLines())
        .hasSizeLessThanOrEqualTo(40)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(story.stderr()).isEmpty();
    isPictured(new Picture(story.outputLines()).svg());
  }

  private static void isPictured(String picture) throws IOException {
    if ("write".equals(System.getProperty("it.picture"))) {
      Files.writeString(PICTURE, picture);
    }
    assertThat(PICTURE)
        .as("the picture in the README; -Dit.test=StoryIT -Dit.picture=write renews it")
        .content()
        .isEqualTo(picture);
  }

  @Test
  void saysWhereTheAgentShouldBe() throws Exception {
    ChildResult story = run("--agent", folder.resolve("none.jar").toString());

    assertThat(story.exitCode()).isEqualTo(2);
    assertThat(story.stderr()).contains("none.jar").contains("--agent JAR");
    assertThat(story.stdout()).isEmpty();
  }

  /** Each of them with {@code -Pthorough}; else none, as {@link ScanIT} runs all. */
  static Stream<Host> others() {
    return Stream.of(Host.values())
        .filter(host -> host != Host.REPORT && InstalledJdks.isThorough());
  }

  /** Within this JVM, since only what happens differs; each claim that is broken has its words. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("others")
  void tellsOfEachOtherHost(Host host) throws Exception {
    Screen screen = new Screen(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
    try (World world = World.start(host)) {
      assertThat(new Story(host, world, BuiltJars.agent(), screen).tell()).isEmpty();
    }
  }

  @Test
  void saysWhichHostsThereAre() throws Exception {
    ChildResult story = run("--host", "none");

    assertThat(story.exitCode()).isEqualTo(2);
    assertThat(story.stderr()).contains("'none'", "KEYCHAIN", "report, repository");
  }

  @Test
  void listsAllClientsAndWhatEachNeeds() throws Exception {
    ChildResult list = run("--list");

    assertThat(list.exitCode()).isZero();
    assertThat(list.outputLines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100))
        .filteredOn(line -> line.endsWith("]") && line.startsWith("  "))
        .hasSize(Host.values().length + Stack.values().length + Library.values().length)
        .first()
        .asString()
        .matches("  report .* \\[the jar alone]");
    assertThat(list.stdout())
        .containsPattern("  map .*OkHttp.* \\[okhttp-5]")
        .contains(BuildOutput.COMMAND, "-Dit.test=StackIT", "-Dit.test=LibraryIT");
  }

  @Test
  void explainsItself() throws Exception {
    ChildResult help = run("--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.stdout()).contains("--agent", "--host", "--keep", "--list", "Exit codes:");
  }

  private ChildResult run(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-jar"));
    arguments.add(BuiltJars.testApplication().toString());
    arguments.addAll(List.of(options));
    return ChildJvm.of(folder, arguments.toArray(String[]::new))
        .withQuickStart()
        .withLimit(Duration.ofMinutes(2))
        .run();
  }
}
