package dev.mcphotfix.agent.oauth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import dev.mcphotfix.agent.oauth.request.Form;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds a credential does not say it where it is printed by accident. */
final class TextOfSecretsTest {

  private static final String FORM = "grant_type=refresh_token&refresh_token=hush";

  static List<Object> holders() {
    return List.of(
        RequestBuilder.to("POST", "https://me:hush@h/t?hush").with(name -> List.of("hush"), FORM),
        Form.parse(FORM).fields("refresh_token"),
        TokenResponse.of(200, "{\"refresh_token\":\"hush\"}"),
        new UntouchedExchange(FORM));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void holdsNoSecret(Object holder) {
    assertThat(holder.toString()).doesNotContain("hush");
  }
}
