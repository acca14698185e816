package dev.mcphotfix.agent.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What is woven, changed and told with a trace, by the mode. */
final class TracedServicesTest {

  private static final String SERVER =
      "clientId=c,url=https://mcp.example.com/mcp,tokenEndpoint=https://idp.example.com/token";
  private static final String FORM = "grant_type=refresh_token&refresh_token=r1";

  private final List<Entry> told = new ArrayList<>();

  @Test
  void changesAndTellsNothingButTheTraceWhereTheModeIsOff() throws Exception {
    Exchange exchange = exchange(SERVER + ",mode=off,trace=on");

    assertThat(exchange.form()).isSameAs(FORM);
    assertThat(told)
        .extracting(Entry::event)
        .containsExactly(Notice.TRACE, Notice.TRACE, Notice.DIAGNOSIS);
    assertThat(told.get(1).facts()).containsEntry("client_id", "absent");
  }

  @Test
  void healsAndTellsBothWhereItIsOn() throws Exception {
    Exchange exchange = exchange(SERVER + ",trace=on");

    assertThat(exchange.form()).isEqualTo(FORM + "&client_id=c");
    assertThat(told).hasSize(5);
  }

  @Test
  void tellsOfFailuresInAnyMode() throws Exception {
    Examiner examiner = examiner(SERVER + ",mode=off,trace=on");

    examiner.failures("jdk").accept(new IllegalStateException());

    assertThat(told).hasSize(1);
    assertThat(told.get(0).facts()).containsEntry("reason", "agent-error:IllegalStateException");
  }

  @Test
  void weavesItsHooksInAnyMode() throws Exception {
    HotfixConfiguration traced = read(SERVER + ",mode=off,trace=on");
    HotfixConfiguration off = read(SERVER + ",mode=off");

    assertThat(traced.inMode()).isSameAs(traced);
    assertThat(traced.isIdle()).isFalse();
    assertThat(off.inMode().http().value()).isEmpty();
    assertThat(off.isIdle()).isTrue();
    assertThat(read("mode=off,witness=on,trace=on," + SERVER).isWitnessAlone()).isFalse();
  }

  @Test
  void asksForAServerToTrace() throws Exception {
    assertThat(read("mode=off").isServed()).isTrue();
    assertThatThrownBy(() -> Startup.read("mode=off,trace=on"))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            e -> assertThat(e.problems().toString()).contains("no server"));
  }

  private Exchange exchange(String arguments) throws Exception {
    TokenRequest request = TokenRequest.ofForm(FORM, "https://idp.example.com/token", null);
    Exchange exchange = examiner(arguments).examine(request, "jdk");
    exchange.responded(400, "{\"error\":\"invalid_request\"}");
    return exchange;
  }

  private Examiner examiner(String arguments) throws Exception {
    return new HookServices(read(arguments).inMode(), told::add).examiner();
  }

  private static HotfixConfiguration read(String arguments) throws Exception {
    return ConfigurationReader.read(arguments, new Properties(), Map.of(), BuiltInHooks.names());
  }
}
