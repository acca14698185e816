package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.jvm.JvmOptions;
import dev.mcphotfix.agent.command.attach.jvm.RunningJvm;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Help.Ansi;

/** JVMs that are not there, and what an agent in one of them says. */
public final class RunningJvms {

  static final String STATUS =
      """
      {"request":"1f","command":"status","outcome":"done","problems":[],
       "status":{"version":"0.1.0","mode":"enforce","since":"2026-11-27T13:05:12Z","given":"attach",
        "awake":true,
        "configuration":[
         {"key":"mode","value":"enforce","origin":"default"},
         {"key":"server example-server","value":"clientId:my-static-client",
          "origin":"mcp-hotfix.json:2"}],
        "hooks":[
         {"hook":"jdk","class":"jdk.internal.net.http.HttpClientImpl","method":"sendAsync",
          "loader":"platform","source":"the JDK","woven":true,"reason":null,"requests":12,
          "patched":1,"leftAlone":{"not-post":11},"lastDecision":"INFO added client_id server=example-server reason=added"},
         {"hook":"save","class":"com.acme.mcp.CredentialStore","method":"save","loader":"app",
          "source":"file:/opt/the-client.jar","woven":true,"reason":null,"requests":1,"patched":1,
          "leftAlone":{},"lastDecision":"INFO healed record server=example-server reason=record-patched"},
         {"hook":"okhttp","woven":false,"reason":"not met yet"},
         {"hook":"apache5","woven":false,"reason":"not met yet"}],
        "decisions":{"added":1,"not-post":11,"record-patched":1},"accepted":1,"refused":0,
        "responses":[{"time":"2026-11-27T13:06:01Z","server":"example-server",
          "endpoint":"https://idp.example.com/token","status":200,"error":null}],
        "warnings":[]}}\
      """;

  private RunningJvms() {}

  public static RunningJvm of(long pid, String program, String version, String... evidence) {
    return new RunningJvm(
        pid, "app", program, version, null, new JvmOptions(List.of()), List.of(evidence), false);
  }

  static AgentStatus agentStatus() {
    return agentStatus(STATUS);
  }

  private static AgentStatus agentStatus(String answer) {
    return Objects.requireNonNull(Objects.requireNonNull(AgentAnswer.parse(answer)).status());
  }

  /** The page of it, as on a terminal without colours. */
  public static List<String> status() {
    return status(agentStatus(), false);
  }

  /** The same with all that there is. */
  public static List<String> verboseStatus() {
    return status(agentStatus(), true);
  }

  /** The same where the agent says something else. */
  static List<String> statusWith(String said, String instead) {
    return status(agentStatus(STATUS.replace(said, instead)), false);
  }

  static List<String> verboseStatusWith(String said, String instead) {
    return status(agentStatus(STATUS.replace(said, instead)), true);
  }

  private static List<String> status(AgentStatus status, boolean verbose) {
    Instant now = Instant.parse("2026-11-27T13:17:12Z");
    return StatusPage.lines(
        of(4711, "the-client.jar", "17.0.15"),
        now.minusSeconds(7 * 86_400),
        status,
        verbose,
        Clock.fixed(now, ZoneOffset.UTC),
        Ansi.OFF);
  }
}
