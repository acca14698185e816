package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.body.Setting;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bodies that come late, lie about their length, are not closed, break off or never end, over each
 * HTTP library: with the agent each ends as without it, within the same time, but for the id that
 * is in those that are whole, and for their length. Where the endpoint is not configured, or the
 * grant is another one, nothing changes.
 */
class BodiesIT {

  /** Some libraries cut a body to the length that is told: what they send is whole. */
  private static final Pattern REFRESH =
      Pattern.compile("(\\d+|chunked) (grant_type=refresh_token&refresh_token=r-\\d+)");

  private static final String ADDED = "&client_id=" + BodiesRun.ID;

  /** Bodies, as beginnings of their lines, that come when the library has told their length. */
  private static final Map<String, List<String>> LEFT_ALONE =
      Map.of("apache4", toldLater("producer"), "apache5", toldLater("producer"));

  @TempDir private Path folder;

  static java.util.stream.Stream<String> hooks() {
    return StackIT.hooks().filter(hook -> !stacks(hook, InstalledJdks.newest().get(0)).isEmpty());
  }

  private static List<Stack> stacks(String hook, Jdk jdk) {
    return java.util.stream.Stream.of(Stack.values())
        .filter(stack -> stack.hook().equals(hook) && stack.runsOn(jdk.feature()))
        .filter(BodiesIT::hasSender)
        .toList();
  }

  private static boolean hasSender(Stack stack) {
    String file = '/' + stack.bodySender().replace('.', '/') + ".class";
    return BodiesIT.class.getResource(file) != null;
  }

  @ParameterizedTest
  @MethodSource("hooks")
  void endAsWithoutTheAgentButForTheId(String hook) throws Exception {
    Jdk newest = InstalledJdks.newest().get(0);
    BodiesRun onNewest = BodiesRun.of(stacks(hook, newest), newest, folder, false);
    for (Jdk jdk : InstalledJdks.find()) {
      List<Stack> stacks = stacks(hook, jdk);
      BodiesRun without = jdk.equals(newest) ? onNewest : without(onNewest, stacks, jdk);
      BodiesRun with = BodiesRun.of(stacks, jdk, folder, true);
      SoftAssertions.assertSoftly(
          softly -> stacks.forEach(stack -> check(stack, without.of(stack), with, softly)));
    }
  }

  /** What a library does without the agent is taken from the newest, unless the JVM does it. */
  private BodiesRun without(BodiesRun onNewest, List<Stack> stacks, Jdk jdk) throws Exception {
    List<Stack> ofTheJvm = stacks.stream().filter(Stack::sendsThroughTheJvm).toList();
    return ofTheJvm.isEmpty() ? onNewest : onNewest.and(BodiesRun.of(ofTheJvm, jdk, folder, false));
  }

  private static void check(
      Stack stack, List<String> without, BodiesRun with, SoftAssertions softly) {
    softly
        .assertThat(without)
        .filteredOn(BodiesIT::isAtOnce)
        .isNotEmpty()
        .allMatch(BodiesIT::isAnswered);
    softly
        .assertThat(with.of(stack))
        .as("%s, %s", stack, with.log())
        .isEqualTo(without.stream().map(line -> expected(stack, line, with)).toList());
  }

  /**
   * Of one that is longer than it is told, it depends on who cuts it whether the agent sees that.
   */
  private static String expected(Stack stack, String line, BodiesRun with) {
    if (line.contains(" too-long ") && with.of(stack).contains(line)) {
      return line;
    }
    boolean leftAlone =
        LEFT_ALONE.getOrDefault(stack.hook(), List.of()).stream().anyMatch(line::startsWith);
    return leftAlone || !line.startsWith(Setting.CONFIGURED + " ") ? line : healed(line);
  }

  private static List<String> toldLater(String way) {
    return List.of("at-once", "written-after-the-call", "late", "not-closed").stream()
        .map(supply -> String.join(" ", Setting.CONFIGURED.toString(), way, supply, "told"))
        .toList();
  }

  private static boolean isAtOnce(String line) {
    return line.contains(" at-once ");
  }

  private static boolean isAnswered(String line) {
    return line.contains("grant_type=");
  }

  /** The ones that are whole have the id, and the length that goes with it if one is told. */
  private static String healed(String line) {
    return REFRESH.matcher(line).replaceAll(BodiesIT::healed);
  }

  private static String healed(MatchResult whole) {
    String framing = whole.group(1);
    String length =
        framing.equals("chunked")
            ? framing
            : String.valueOf(Integer.parseInt(framing) + ADDED.length());
    return length + ' ' + whole.group(2) + ADDED;
  }
}
