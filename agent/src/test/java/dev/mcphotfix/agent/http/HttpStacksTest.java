package dev.mcphotfix.agent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HttpStacksTest {

  private final Examiner examiner = new RecordedAttempts().examiner();

  @Test
  void makesTheAdapterThatTheCatalogueNames() {
    assertThat(HttpStacks.sites("jdk.JdkHttpClient", List.of("jdk"), examiner))
        .extracting(Site::key)
        .contains("jdk", "jdk-established");
  }

  @Test
  void refusesANameThatIsNone() {
    assertThatThrownBy(() -> HttpStacks.sites("jdk.Nothing", List.of(), examiner))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("jdk.Nothing");
  }
}
