package dev.mcphotfix.agent.oauth.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChallengeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Bearer resource_metadata="https://h/m"                  | https://h/m
          Bearer error="invalid_token", Resource_Metadata="https://h/m", scope="a" | https://h/m
          Bearer resource_metadata=https://h/m                    | https://h/m
          Basic realm="a", Bearer resource_metadata = "https://h/m" | https://h/m
          Bearer realm="a"                                        |
          Bearer x_resource_metadata="https://h/m"                |
          """)
  void findsTheUrlOfTheMetadata(String challenge, String url) {
    assertThat(Challenge.resourceMetadata(challenge)).isEqualTo(url);
  }
}
