package dev.mcphotfix.agent.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class OutcomesTest {

  private static final CanonicalUrl ENDPOINT =
      new CanonicalUrl("https://idp.example.com", "/t", "");
  private static final ByteBuffer ONE = ByteBuffer.wrap(new byte[] {1});
  private static final ByteBuffer OTHER = ByteBuffer.wrap(new byte[] {2});

  private final Outcomes outcomes = new Outcomes();

  @Test
  void isRefusedAfterTwoRefusalsOfTheClient() {
    outcomes.refused(ENDPOINT, "c", null);
    assertThat(outcomes.isRefused(ENDPOINT, "c")).isFalse();

    outcomes.refused(ENDPOINT, "c", null);
    assertThat(outcomes.isRefused(ENDPOINT, "c")).isTrue();
  }

  @Test
  void countsADeadTokenOnce() {
    outcomes.refused(ENDPOINT, "c", ONE);
    outcomes.refused(ENDPOINT, "c", ONE);

    assertThat(outcomes.isRefused(ENDPOINT, "c")).isFalse();
  }

  @Test
  void countsTwoDeadTokens() {
    outcomes.refused(ENDPOINT, "c", ONE);
    outcomes.refused(ENDPOINT, "c", OTHER);

    assertThat(outcomes.isRefused(ENDPOINT, "c")).isTrue();
  }

  @Test
  void startsAgainAfterASuccess() {
    outcomes.refused(ENDPOINT, "c", null);
    outcomes.succeededWith(ENDPOINT, "c");
    outcomes.refused(ENDPOINT, "c", null);

    assertThat(outcomes.isRefused(ENDPOINT, "c")).isFalse();
  }

  @Test
  void countsEachEndpointAndClientForItself() {
    outcomes.refused(ENDPOINT, "c", null);
    outcomes.refused(null, "c", null);
    outcomes.refused(ENDPOINT, "d", null);

    assertThat(outcomes.isRefused(ENDPOINT, "c")).isFalse();
  }

  @Test
  void remembersASuccessWithoutTheIdForItsEndpointAndClientOnly() {
    outcomes.succeededWithout(ENDPOINT, "c");

    assertThat(outcomes.worksWithout(ENDPOINT, "c")).isTrue();
    assertThat(outcomes.worksWithout(ENDPOINT, "d")).isFalse();
    assertThat(outcomes.worksWithout(null, "c")).isFalse();
  }

  @Test
  void keepsASuccessWithoutTheIdWhenOneWithItFollows() {
    outcomes.succeededWithout(ENDPOINT, "c");
    outcomes.succeededWith(ENDPOINT, "c");

    assertThat(outcomes.worksWithout(ENDPOINT, "c")).isTrue();
  }
}
