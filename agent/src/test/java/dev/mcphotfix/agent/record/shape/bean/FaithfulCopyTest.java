package dev.mcphotfix.agent.record.shape.bean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.rule.ServerReference;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.record.CredentialHook;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A Java record is rebuilt only where nothing gets lost. */
final class FaithfulCopyTest {

  private final CredentialHook hook =
      new CredentialHook(
          "save",
          "clientId",
          new ServerReference.OnlyConfigured(),
          List.of(
              new ServerConfiguration(
                  new StaticClient("s", "https://mcp.example/mcp", "c", null, null),
                  "http",
                  Map.of(),
                  Origin.DEFAULT)),
          false,
          entry -> {},
          (refreshToken, server, client) -> {});

  @Test
  void leavesARecordAloneWhoseAccessorMasksItsToken() {
    assertThat(healed(new Masked("a-refresh-token", null))).isNull();
  }

  @Test
  void leavesARecordAloneWhoseConstructorDropsTheId() {
    assertThat(healed(new Dropping("a-refresh-token", null))).isNull();
  }

  @Test
  void leavesARecordAloneWhoseConstructorChangesMoreThanTheId() {
    assertThat(healed(new Scoped("a-refresh-token", null, "mcp"))).isNull();
  }

  @Test
  void leavesARecordAloneWhoseConstructorRefusesTheId() {
    assertThat(healed(new Validated("a-refresh-token", null))).isNull();
  }

  @Test
  void rebuildsARecordThatKeepsWhatItIsGiven() {
    assertThat(healed(new Plain("a-refresh-token", null)))
        .isEqualTo(new Plain("a-refresh-token", "c"));
  }

  private @Nullable Object healed(Object record) {
    return hook.handle(new Invocation("save", null, List.of(), record));
  }

  record Plain(String refreshToken, @Nullable String clientId) {}

  record Masked(String refreshToken, @Nullable String clientId) {
    @Override
    public String refreshToken() {
      return "***";
    }
  }

  record Scoped(String refreshToken, @Nullable String clientId, @Nullable String scope) {
    Scoped {
      scope = clientId == null ? scope : null;
    }
  }

  record Validated(String refreshToken, @Nullable String clientId) {
    Validated {
      if (clientId != null && clientId.length() < 8) {
        throw new IllegalArgumentException("too short");
      }
    }
  }

  record Dropping(String refreshToken, @Nullable String clientId) {
    Dropping {
      clientId = null;
    }
  }
}
