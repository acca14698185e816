package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.world.ChildResult;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a library does with {@code mode=off,trace=on}: what it does without the agent, down to the
 * last byte, and the log tells it.
 *
 * @param untouched the same calls without the agent
 */
record StackTrace(StackRun untouched, StackRun traced) {

  private static final Pattern STEP = Pattern.compile(" step=(\\S+)");

  /** What the calls to a server beside its token endpoint come to. */
  private static final List<String> BESIDE =
      List.of(
          "request-refused",
          "request-refused",
          "metadata",
          "registration",
          "authorization",
          "request-accepted");

  /** Those that come first, of which a trace leaves none out. */
  private static final Pattern FIRST =
      Pattern.compile("healed-(text|bytes|stream|form|empty|null|charset|headers|slow)");

  void check() {
    assertThat(traced.arrived()).isEqualTo(untouched.arrived());
    assertThat(answers(traced.result())).isEqualTo(answers(untouched.result()));
    assertThat(traced.result().errorLines())
        .allMatch(
            line ->
                line.contains(" trace ")
                    || line.contains(" diagnosis ")
                    || line.contains(" witnessed ")
                    || line.contains(" configuration "));
    checkSteps(false);
    checkSteps(true);
  }

  private static List<String> answers(ChildResult result) {
    return result.outputLines().stream()
        .filter(line -> !line.startsWith(Arrivals.RACE + ' '))
        .toList();
  }

  private void checkSteps(boolean secure) {
    Set<String> calls =
        untouched.arrived().stream()
            .filter(request -> request.secure() == secure)
            .map(request -> request.header("X-Call"))
            .collect(Collectors.toSet());
    assertThat(steps(secure).filter(BESIDE::contains))
        .as(traced.log())
        .containsExactlyElementsOf(calls.isEmpty() ? List.of() : beside());
    assertThat(lines(secure).filter(line -> line.contains(" step=authorization ")))
        .allMatch(line -> line.contains("/authorize status=302 error=access_denied "))
        .noneMatch(line -> line.contains("s3cr3t"));
    assertThat(tokenRequests(secure))
        .as(traced.log())
        .hasSizeGreaterThanOrEqualTo(
            (int) calls.stream().filter(call -> FIRST.matcher(call).matches()).count())
        .allMatch(named(traced.stack()));
    assertThat(tokenRequests(secure).stream().filter(line -> line.contains(" from=")))
        .hasSizeGreaterThanOrEqualTo(
            WitnessStacksIT.atLeast(traced.stack(), tokenRequests(secure).size()))
        .allMatch(line -> line.contains(" from=dev.mcphotfix.testapp."));
  }

  /** The JDK's client shows no redirect that it follows. */
  private List<String> beside() {
    return BESIDE.stream()
        .filter(step -> traced.stack() != Stack.JDK || !step.equals("authorization"))
        .toList();
  }

  private Stream<String> steps(boolean secure) {
    return lines(secure).map(STEP::matcher).filter(Matcher::find).map(step -> step.group(1));
  }

  private List<String> tokenRequests(boolean secure) {
    return lines(secure)
        .filter(line -> line.contains(" step=token-request "))
        .filter(line -> !line.contains(" hook=witness ")) // What no hook examines, from below.
        .toList();
  }

  private static Predicate<String> named(Stack stack) {
    return line ->
        line.contains(" hook=" + stack.hook() + " ")
            || line.contains(" hook=" + stack.lowerHook() + " ");
  }

  private Stream<String> lines(boolean secure) {
    String address = secure ? "https://127.0.0.1:" : "http://127.0.0.1:";
    return traced.result().errorLines().stream()
        .filter(line -> line.contains("url=" + address) || line.contains("endpoint=" + address));
  }
}
