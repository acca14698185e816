package dev.mcphotfix.agent.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.oauth.decision.RefreshTokens.Owner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RefreshTokensTest {

  private final RefreshTokens tokens = new RefreshTokens();

  @Test
  void remembersTheOwner() {
    tokens.learn("r1", "server", "client");

    assertThat(owner("r1")).isEqualTo(new Owner("server", "client"));
    assertThat(owner("r2")).isNull();
  }

  @Test
  void putsTogetherWhatItLearnsOnePieceAtATime() {
    tokens.learn("r1", "server", null);
    tokens.learn("r1", null, "client");

    assertThat(owner("r1")).isEqualTo(new Owner("server", "client"));
  }

  @Test
  void takesTheNewerOfTwoFacts() {
    tokens.learn("r1", "server", "old");
    tokens.learn("r1", null, "new");

    assertThat(owner("r1")).isEqualTo(new Owner("server", "new"));
  }

  @Test
  void learnsNothingFromNothing() {
    tokens.learn("r1", null, null);
    tokens.learn("", "server", "client");

    assertThat(owner("r1")).isNull();
    assertThat(owner("")).isNull();
  }

  @Test
  void forgetsTheOldestOfMoreThanAThousand() {
    for (int i = 0; i <= 1000; i++) {
      tokens.learn("r" + i, "server", null);
    }

    assertThat(owner("r0")).isNull();
    assertThat(owner("r1")).isNotNull();
  }

  @Test
  void fingerprintsDifferFromProcessToProcess() {
    assertThat(tokens.fingerprint("r1"))
        .isEqualTo(tokens.fingerprint("r1"))
        .isNotEqualTo(tokens.fingerprint("r2"))
        .isNotEqualTo(new RefreshTokens().fingerprint("r1"));
  }

  private @Nullable Owner owner(String token) {
    return tokens.owner(tokens.fingerprint(token));
  }
}
