package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.World;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Without any hook, a trace shows a refresh from below, and proposes the rule that heals it. */
class TraceRuleIT {

  private static final Pattern RULE =
      Pattern.compile(
          "step=token-request .* rule=\"(\\S+) patch=(\\S+) target=(\\S+)( endpoint=(\\S+))?\"");

  /** Each host on a JDK; with {@code -Pthorough} on every one. */
  static Stream<Run> hosts() {
    return InstalledJdks.isThorough() ? Run.all() : Run.once();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hosts")
  void proposesTheRuleThatHealsAHost(Run run) throws Exception {
    try (World world = World.start(run.host())) {
      world.login();
      world.authorizationServer().expireAccessTokens();

      ChildResult traced = connect(world, run, "\"mode\": \"off\", \"trace\": \"on\"");
      ChildResult healed = connect(world, run, "\"rules\": [ " + rule(traced) + " ]");

      assertThat(traced.outputLines()).contains("Failed to reconnect to example-server");
      assertThat(healed.outputLines())
          .as(healed.stderr())
          .contains("Reconnected to example-server");
      assertThat(healed.stderr()).containsPattern("(added|filled) client_id .* hook=traced ");
    }
  }

  private static ChildResult connect(World world, Run run, String more) throws Exception {
    world.write(
        World.AGENT_CONFIGURATION,
        "{ \"mcpConfig\": [\".mcp.json\"], \"http\": [], " + more + " }");
    return world
        .child("connect")
        .withJavaHome(run.jdk().home())
        .withAgent(BuiltJars.agent(), World.AGENT_CONFIGURATION)
        .run();
  }

  private static String rule(ChildResult traced) {
    Matcher rule = RULE.matcher(traced.stderr());
    assertThat(rule.find()).as(traced.stderr()).isTrue();
    String endpoint = rule.group(5) == null ? "" : ", \"endpoint\": \"" + rule.group(5) + "\"";
    return "{ \"name\": \"traced\", \"method\": \"%s\", \"patch\": \"%s\", \"target\": \"%s\"%s }"
        .formatted(rule.group(1), rule.group(2), rule.group(3), endpoint);
  }
}
