package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a host without the agent and with it, and tells what happens. */
final class Story {
  private static final String FAILED = "Failed to reconnect to example-server";
  private static final String RECONNECTED = "Reconnected to example-server";
  private static final String ANSWER = "echo: hello";

  private static final Pattern PARAMETER = Pattern.compile("client_id=[^&]*");

  private final Host host;
  private final World world;
  private final Path agentJar;
  private final Screen screen;
  private final Claims claims = new Claims();

  Story(Host host, World world, Path agentJar, Screen screen) {
    this.host = host;
    this.world = world;
    this.agentJar = agentJar;
    this.screen = screen;
  }

  /** Tells all of it; answers what was to happen and did not. */
  List<String> tell() throws IOException, InterruptedException {
    withoutAgent();
    screen.line("");
    withAgent();
    return claims.broken();
  }

  private void withoutAgent() throws IOException, InterruptedException {
    screen.line("1. Without the agent");
    ChildResult login = run("java -jar the-client.jar login", world.child("login"));
    claims.claim("the login succeeds", login.exitCode() == 0);
    ChildResult connect = expireAndConnect("java -jar the-client.jar connect", "");
    claims.claim("the client says: " + FAILED, connect.stdout().strip().equals(FAILED));
    claims.claim("the client gives up", connect.exitCode() == 1);
    RecordedRequest refresh = showEvidence();
    claims.claim("the refresh lacks the client_id", !isComplete(refresh));
    claims.claim("the refresh is refused", refresh.status() == 400 || refresh.status() == 401);
    claims.claim("the record has no clientId", !isRecordHealed());
  }

  private void withAgent() throws IOException, InterruptedException {
    screen.line("2. With the agent, and " + World.AGENT_CONFIGURATION + ":");
    host.agentConfiguration().forEach(line -> screen.line("     " + line));
    String flag = "-javaagent:" + agentJar.getFileName() + "=" + World.AGENT_CONFIGURATION;
    ChildResult connect = expireAndConnect("java " + flag + " -jar the-client.jar connect", flag);
    screen.line("   decisions, on stderr:");
    connect.errorLines().stream()
        .filter(line -> line.startsWith("mcp-hotfix "))
        // One place of the hook is enough for a screen.
        .filter(line -> !line.contains("class=jdk.internal.net.http.Exchange "))
        .filter(line -> !line.contains("hook=url-connection ")) // Which the discovery loads.
        .forEach(line -> screen.folded("     ", line));
    claimReconnected(connect);
    RecordedRequest refresh = showEvidence();
    claims.claim("the refresh has the client_id", isComplete(refresh));
    claims.claim("the refresh is granted", refresh.status() == 200);
    if (host.keepsId()) {
      boolean patched = connect.stderr().contains("reason=record-patched");
      claims.claim("a decision says reason=record-patched", patched);
      claims.claim("the record has the clientId", isRecordHealed());
    }
  }

  private void claimReconnected(ChildResult connect) {
    claims.claim("the client says: " + RECONNECTED, connect.stdout().contains(RECONNECTED));
    claims.claim("the tool answers", connect.outputLines().contains(ANSWER));
    claims.claim("the client ends well", connect.exitCode() == 0);
    boolean decided = connect.stderr().matches("(?s).* (added|filled) client_id .*");
    claims.claim("a decision says that the client_id was added or filled", decided);
  }

  private ChildResult expireAndConnect(String command, String flag)
      throws IOException, InterruptedException {
    world.authorizationServer().expireAccessTokens();
    screen.line("   ... the access token expires ...");
    ChildJvm child = world.child("connect");
    return run(
        command, flag.isEmpty() ? child : child.withAgent(agentJar, World.AGENT_CONFIGURATION));
  }

  private ChildResult run(String command, ChildJvm child) throws IOException, InterruptedException {
    screen.line("   $ " + command);
    ChildResult result = child.run();
    result.outputLines().forEach(line -> screen.line("     " + line));
    return result;
  }

  /** Shows the last refresh as the token endpoint saw it, and what is now on disk. */
  private RecordedRequest showEvidence() throws IOException {
    List<RecordedRequest> refreshes = world.refreshRequests();
    if (refreshes.isEmpty()) {
      throw new IOException("the client sent no refresh request");
    }
    RecordedRequest refresh = refreshes.get(refreshes.size() - 1);
    Matcher clientId = PARAMETER.matcher(refresh.body());
    String what = clientId.find() ? "with " + clientId.group() : "without client_id";
    screen.line("   token endpoint: refresh " + what + " -> " + refresh.answer());
    screen.line("   saved record:   " + savedClientId());
    return refresh;
  }

  private String savedClientId() throws IOException {
    if (!host.keepsId()) {
      return "no place for a clientId";
    }
    return "clientId " + (isRecordHealed() ? World.CLIENT_ID : "missing");
  }

  private boolean isRecordHealed() throws IOException {
    return world.credentials().contains("\"clientId\" : \"" + World.CLIENT_ID + "\"");
  }

  private static boolean isComplete(RecordedRequest refresh) {
    return refresh.body().contains("client_id=" + World.CLIENT_ID);
  }
}
