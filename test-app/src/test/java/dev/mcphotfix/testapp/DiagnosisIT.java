package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import dev.mcphotfix.testapp.world.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Six defects against servers that are strict, and the sentence that a trace says of each. */
class DiagnosisIT {

  private static final int LOGINS = 4;
  private static final Pattern TOKEN = Pattern.compile("\"refreshToken\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern DIAGNOSIS = Pattern.compile("cause=(\\S+) story=\"(.*)\"");

  /** One; with {@code -Pthorough} each. */
  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  @ParameterizedTest(name = "JDK {0}")
  @MethodSource("jdks")
  void tellsWhyEachConversationFails(Jdk jdk) throws Exception {
    try (World world = World.start(Host.REPORT)) {
      List<String> tokens = logins(world);
      redeem(world, tokens.get(LOGINS - 1));

      ChildResult result = run(world, jdk, tokens);

      assertThat(result.outputLines())
          .as(result.stderr())
          .containsExactly(
              "401", "401", "401", "401", "401", "400", "401", "200", "401", "400", "401", "400",
              "401");
      assertThat(diagnoses(result))
          .containsExactly(
              "header-not-wanted: 401 from the server -> refresh with Basic -> 401 invalid_client:"
                  + " the server does not take the client's id from the header; a public client"
                  + " sends it in the form; the agent leaves a request with such a header alone",
              "other-client-id: 401 from the server -> refresh with another client_id -> 401"
                  + " invalid_client: the client does not send the id that is configured; log in"
                  + " anew with the right one, or configure the client's",
              "missing-scope: 401 from the server -> refresh with the client_id -> 400"
                  + " invalid_scope: the server does not grant the scope that was asked for; log in"
                  + " anew",
              "lost-rotation: 401 from the server -> refresh with the client_id -> 400"
                  + " invalid_grant: the same refresh token was sent N s before, in request 0004:"
                  + " the new one was not saved, or two threads refresh at once; log in anew",
              "revoked-token: 401 from the server -> refresh with the client_id -> 400"
                  + " invalid_grant: the token is revoked, expired, or was exchanged by another"
                  + " process; log in anew",
              "expired-record: 401 from the server -> record without refresh token, expired for N"
                  + " s: there is nothing to refresh with (rule load); log in anew, with a scope"
                  + " for which the server gives a refresh token");
      assertThat(result.stderr()).doesNotContain(tokens);
    }
  }

  private static List<String> logins(World world) throws Exception {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < LOGINS; i++) {
      world.login();
      Matcher token = TOKEN.matcher(world.credentials());
      assertThat(token.find()).isTrue();
      tokens.add(token.group(1));
    }
    world.authorizationServer().expireAccessTokens();
    return tokens;
  }

  /** As another process would. */
  private static void redeem(World world, String token) throws Exception {
    URI endpoint = world.authorizationServer().tokenEndpoint();
    String form = "grant_type=refresh_token&client_id=%s&refresh_token=%s";
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.formatted(World.CLIENT_ID, token)))
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  private static ChildResult run(World world, Jdk jdk, List<String> tokens) throws Exception {
    world.write(
        World.AGENT_CONFIGURATION,
        """
        { "mcpConfig": [".mcp.json"], "mode": "off", "trace": "on",
          "rules": [ { "name": "load", "method": "%s#load", "patch": "credential",
                       "target": "return" } ] }
        """
            .formatted(DefectsHost.class.getName()));
    List<String> command = new ArrayList<>();
    command.add(DefectsHost.class.getName());
    command.add(world.mcpServer().url().toString());
    command.add(world.authorizationServer().tokenEndpoint().toString());
    command.add(World.CLIENT_ID);
    command.addAll(tokens);
    return ChildJvm.of(world.folder(), command.toArray(String[]::new))
        .withJavaHome(jdk.home())
        .withQuickStart()
        .withAgent(BuiltJars.agent(), World.AGENT_CONFIGURATION)
        .run();
  }

  private static List<String> diagnoses(ChildResult result) {
    return result.errorLines().stream()
        .map(DIAGNOSIS::matcher)
        .filter(Matcher::find)
        .map(told -> told.group(1) + ": " + told.group(2).replaceAll("\\d+ s\\b", "N s"))
        .toList();
  }
}
