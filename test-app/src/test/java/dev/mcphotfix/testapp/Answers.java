package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.world.ChildResult;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a host must be answered, and what the log must say about the answers.
 *
 * @param arrived with the agent
 */
record Answers(Stack stack, List<RecordedRequest> arrived) {

  private static final String GRANTED = "{\"access_token\":\"a\",\"token_type\":\"Bearer\"";

  void check(ChildResult without, ChildResult with) {
    assertThat(with.outputLines()).hasSameSizeAs(without.outputLines());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < without.outputLines().size(); i++) {
      String plain = without.outputLines().get(i);
      String call = plain.split(" ", 2)[0];
      compare(call, !seen.add(call), plain, with.outputLines().get(i));
    }
    List<String> answers = lines(with, "token response");
    assertThat(answers)
        .extracting(Answers::id)
        .doesNotHaveDuplicates()
        .isSubsetOf(lines(with, " reason=").stream().map(Answers::id).toList());
    // What the upper one of two hooks cannot read, each of them takes for a request of its own.
    if (stack.hook().equals(stack.lowerHook())) {
      checkLog(answers, false);
      checkLog(answers, true);
    }
  }

  /** The host gets what it gets without the agent, down to the last byte, or a token. */
  private void compare(String call, boolean secure, String plain, String patched) {
    if (call.equals(Arrivals.RACE)) {
      return;
    }
    boolean granted =
        arrived.stream()
            .filter(request -> request.header("X-Call").equals(call))
            .anyMatch(request -> request.secure() == secure && request.status() == 200);
    if (!granted || !call.startsWith("healed-")) {
      assertThat(patched).isEqualTo(plain);
    } else if (stack.clientName().endsWith("OAuthStack")) {
      assertThat(patched).startsWith(call + " 200 ");
    } else {
      assertThat(patched.replaceFirst("rotated-\\d+", "rotated"))
          .isIn(
              call + " 200 " + GRANTED + "}",
              call + " 200 " + GRANTED + ",\"refresh_token\":\"rotated\"}");
    }
  }

  /** Requests that a library may send again by itself come last and are not looked at. */
  private void checkLog(List<String> answers, boolean secure) {
    List<String> told =
        answers.stream().filter(line -> line.contains("endpoint=https:") == secure).toList();
    List<RecordedRequest> examined =
        arrived.stream()
            .filter(request -> request.secure() == secure && isExamined(request))
            .toList();
    assertThat(told).hasSizeGreaterThanOrEqualTo(examined.size());
    for (int i = 0; i < examined.size(); i++) {
      check(told.get(i), examined.get(i));
    }
  }

  private void check(String told, RecordedRequest request) {
    String call = request.header("X-Call");
    assertThat(told).as(call).contains("status=" + request.status() + " ");
    if (request.status() == 200) {
      return;
    }
    assertThat(told).as(call).contains("advice=");
    if (!call.equals("zipped-answer") && !stack.hook().equals("ktor")) {
      assertThat(told).as(call).contains("error=invalid_request ");
      assertThat(told.contains("error_description=\"no client is named\""))
          .as(call)
          .isNotEqualTo(call.equals("long-answer"));
    }
  }

  private boolean isExamined(RecordedRequest request) {
    String call = request.header("X-Call");
    boolean sentAgain =
        call.startsWith("healed-moved")
            || call.startsWith("healed-dropped")
            || call.equals("healed-challenged");
    return !sentAgain
        && request.method().equals("POST")
        && request.target().matches("(/shared)?/token(\\?.*)?")
        && request.header("Content-Type").startsWith("application/x-www-form-urlencoded");
  }

  private static List<String> lines(ChildResult result, String part) {
    return result.errorLines().stream()
        .filter(line -> line.contains(part) && line.contains(" request="))
        .toList();
  }

  private static String id(String line) {
    return line.replaceFirst(".* request=(\\S+).*", "$1");
  }
}
