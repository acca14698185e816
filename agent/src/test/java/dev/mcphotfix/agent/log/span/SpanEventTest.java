package dev.mcphotfix.agent.log.span;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SpanEventTest {

  @Test
  void tellsAStepFromADiagnosis() {
    assertThat(SpanEvent.name(Entry.of(Severity.INFO, Notice.TRACE))).isEqualTo("mcp.oauth.step");
    assertThat(SpanEvent.name(Entry.of(Severity.WARN, Notice.DIAGNOSIS)))
        .isEqualTo("mcp.oauth.diagnosis");
  }

  @Test
  void hasNumbersWhereTheLogHasThem() {
    assertThat(SpanEvent.attributes(Map.of("status", "400", "took", "43", "expires_in", "0")))
        .containsOnly(
            Map.entry("mcp.oauth.status", 400L),
            Map.entry("mcp.oauth.took", 43L),
            Map.entry("mcp.oauth.expires_in", 0L));
  }

  /** A backend takes an attribute for text or for a number, by what it gets first. */
  @Test
  void leavesAsTextWhatOnlyLooksLikeANumber() {
    assertThat(SpanEvent.attributes(Map.of("request", "0001", "server", "12")))
        .containsOnly(Map.entry("mcp.oauth.request", "0001"), Map.entry("mcp.oauth.server", "12"));
  }

  @Test
  void leavesAsTextWhatFitsNoNumber() {
    assertThat(SpanEvent.attributes(Map.of("expires_in", "9".repeat(30), "status", "-", "ms", "")))
        .containsOnly(
            Map.entry("mcp.oauth.expires_in", "9".repeat(30)),
            Map.entry("mcp.oauth.status", "-"),
            Map.entry("mcp.oauth.ms", ""));
  }

  @Test
  void cutsAndCleansAsTheLogDoes() {
    Map<String, Object> attributes = SpanEvent.attributes(Map.of("url", "a\nb" + "x".repeat(2000)));

    assertThat((String) attributes.get("mcp.oauth.url")).startsWith("a?bxx").hasSize(1003);
  }
}
