package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.body.Setting;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bodies that come late, lie about their length, are not closed, break off or never end, over each
 * HTTP library: with the agent each ends as without it, within the same time, but for the id that
 * is in those that are whole, and for their length. Where the endpoint is not configured, or the
 * grant is another one, nothing changes.
 */
@Order(2) // Nearly as long as the longest.
class BodiesIT {

  /** Some libraries cut a body to the length that is told: what they send is whole. */
  private static final Pattern REFRESH =
      Pattern.compile(
          "(\\d+|chunked) (grant_type=refresh_token&refresh_token=r-\\d+)(?=[ ,\\]]|$)");

  /**
   * Vert.x's client ends one of untold length that breaks off: nobody can tell that it is not
   * whole.
   */
  private static final Pattern ENDED =
      Pattern.compile("(chunked) (grant_type=refresh_token)(?=[ ,\\]]|$)");

  private static final String ADDED = "&client_id=" + BodiesRun.ID;

  private static final Pattern TOLD = Pattern.compile("configured \\S+ \\S+ told");
  private static final Pattern TOLD_OR_WRITTEN =
      Pattern.compile("configured (\\S+ \\S+ told|written )");
  private static final Pattern NONE = Pattern.compile("(?!)");

  /** It may wait without end for what another thread produces, with the agent or without it. */
  private static final Stack WITHOUT = Stack.APACHE5_0_ASYNC;

  /** What becomes of such a body over Ktor differs from one run to the next without the agent. */
  private static final Pattern RACE = Pattern.compile(" (too-long|not-closed|breaks-off) ");

  /** Those of the usual verification; the others with {@code -Pthorough}, or asked for by name. */
  private static final Set<String> USUAL = Set.of("jdk", "okhttp", "url-connection");

  @TempDir private Path folder;

  static java.util.stream.Stream<String> hooks() {
    boolean all = InstalledJdks.isThorough() || !System.getProperty("it.stacks", "").isEmpty();
    return StackIT.hooks()
        .filter(hook -> all || USUAL.contains(hook))
        .filter(hook -> !stacks(hook, InstalledJdks.newest().get(0)).isEmpty());
  }

  private static List<Stack> stacks(String hook, Jdk jdk) {
    return java.util.stream.Stream.of(Stack.values())
        .filter(stack -> stack.hook().equals(hook) && stack.runsOn(jdk.feature()))
        .filter(stack -> InstalledJdks.isThorough() || stack.isNewest())
        .filter(stack -> stack != WITHOUT && hasSender(stack))
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
    for (Jdk jdk : InstalledJdks.thorough()) {
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
    List<String> lines = compared(stack, with.of(stack));
    softly
        .assertThat(lines)
        .as("%s, %s", stack, with.log())
        .isEqualTo(
            compared(stack, without).stream().map(line -> expected(stack, line, lines)).toList());
  }

  /** How a call of Ktor's fails, and whether at all, differs from one run to the next. */
  private static List<String> compared(Stack stack, List<String> lines) {
    return lines.stream()
        .filter(line -> !isKtor(stack) || !RACE.matcher(line).find())
        .map(line -> isKtor(stack) ? line.replaceFirst(": .* <- ", " <- ") : line)
        .toList();
  }

  private static String expected(Stack stack, String line, List<String> with) {
    List<String> allowed = new ArrayList<>();
    allowed.add(line.startsWith(Setting.CONFIGURED + " ") ? healed(stack, line) : line);
    if (mayBeLeftAlone(stack).matcher(line).lookingAt() || line.contains(" too-long ")) {
      allowed.add(line); // It depends on who cuts a long one whether the agent sees that.
    }
    return allowed.stream().filter(with::contains).findFirst().orElse(allowed.get(0));
  }

  private static boolean isKtor(Stack stack) {
    return stack.hook().equals("ktor");
  }

  /** Bodies that come when their length is told already, or of which the agent sees nothing. */
  private static Pattern mayBeLeftAlone(Stack stack) {
    return switch (stack) {
      case APACHE4_5_ASYNC, APACHE5_6_ASYNC -> TOLD;
      case KTOR_2_CIO, KTOR_3_CIO, KTOR_2_APACHE5, KTOR_3_APACHE5 -> TOLD_OR_WRITTEN;
      default -> NONE;
    };
  }

  private static boolean isAtOnce(String line) {
    return line.contains(" at-once ");
  }

  private static boolean isAnswered(String line) {
    return line.contains("grant_type=");
  }

  /** The ones that are whole have the id, and the length that goes with it if one is told. */
  private static String healed(Stack stack, String line) {
    Pattern whole = stack.hook().equals("vertx") && line.contains(" breaks-off ") ? ENDED : REFRESH;
    return whole.matcher(line).replaceAll(BodiesIT::healed);
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
