package dev.mcphotfix.agent.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoctorCommandTest {

  private static final String TOKEN = "refresh-1";
  private static final String MISSING = "{\"error\":\"invalid_request\"}";
  private static final String ROTATED =
      "{\"access_token\":\"access-2\",\"refresh_token\":\"refresh-2\",\"expires_in\":3600}";

  @TempDir private Path folder;
  private FakeTokenServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FakeTokenServer();
    Files.writeString(
        folder.resolve("hotfix.json"),
        """
        { "discovery": "off", "mcpServers": { "example-server": {
          "type": "http", "url": "https://mcp.example.com/mcp",
          "oauth": { "clientId": "my-static-client", "tokenEndpoint": "%s" } } } }"""
            .formatted(server.url()));
    record("");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void findsTheRecordWithoutAnId() {
    CommandRun run = doctor();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains(
            "problem  /mcpOAuth/example-server|4282f2a9112820d2: has no client id; this is the defect")
        .contains("the access token expired ")
        .contains("-> run the client with the agent, or add the id with the command repair");
  }

  @Test
  void isContentWithTheConfiguredId() throws IOException {
    record("\"clientId\": \"my-static-client\",");

    CommandRun run = doctor();

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("has the configured client id of example-server");
  }

  @Test
  void complainsOfAnotherId() throws IOException {
    record("\"clientId\": \"another\",");

    CommandRun run = doctor();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("problem  /mcpOAuth/example-server|4282f2a9112820d2: has another client id");
  }

  @Test
  void reachesTheTokenEndpointWithoutPostingToIt() {
    CommandRun run = doctor();

    assertThat(run.output())
        .contains("ok       " + server.url() + ": reached; it answered status 405 to OPTIONS")
        .contains("ok       " + server.url() + ": the same time as here");
    assertThat(server.other()).isEqualTo("OPTIONS");
    assertThat(server.forms()).isEmpty();
  }

  @Test
  void saysWhereTheTokenEndpointIsNotReached() {
    server.close();

    CommandRun run = doctor();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("problem  " + server.url() + ": not reached")
        .contains("-> no connection; check port, firewall and proxy");
  }

  @Test
  void asksBeforeItProbes() throws IOException {
    CommandRun run = run("--probe");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("may use up the refresh token").contains("--yes");
    assertThat(server.forms()).isEmpty();
  }

  @Test
  void provesThatTheIdHeals() throws IOException {
    server.answering(400, MISSING).answering(200, ROTATED);
    String before = Files.readString(credentials());

    CommandRun run = run("--probe", "--yes");

    assertThat(server.forms())
        .containsExactly(
            "grant_type=refresh_token&refresh_token=refresh-1",
            "grant_type=refresh_token&refresh_token=refresh-1&client_id=my-static-client");
    assertThat(run.output())
        .contains("refresh without the client id: status 400 invalid_request")
        .contains("refresh with the client id: status 200")
        .contains("ok       refused without the client id, accepted with it")
        .contains("is used up; the server gave a new one")
        .contains("-> log in again with the client");
    assertThat(run.errors())
        .contains("The probe sends the refresh token of example-server to " + server.url())
        .contains("you have to log in again");
    assertThat(Files.readString(credentials())).isEqualTo(before);
  }

  @Test
  void writesTheNewTokenWhereThatIsAskedFor() throws IOException {
    server.answering(400, MISSING).answering(200, ROTATED);
    String before = Files.readString(credentials());

    CommandRun run = run("--probe", "--yes", "--write");

    assertThat(run.output())
        .contains("note     the server gave a new refresh token; it was written");
    assertThat(Files.readString(credentials())).isEqualTo(before.replace(TOKEN, "refresh-2"));
  }

  @Test
  void leavesNothingThatARepairWouldUndo() throws IOException {
    server.answering(400, MISSING).answering(200, ROTATED);
    run("--probe", "--yes", "--write");
    String rotated = Files.readString(credentials());

    CommandRun undo = CommandRun.of("repair", "--credentials", credentials() + "", "--undo");

    assertThat(undo.exitCode()).isEqualTo(2);
    assertThat(undo.errors()).contains("nothing left to undo");
    assertThat(credentials()).hasContent(rotated).content().contains("refresh-2");
  }

  @Test
  void asksNoMoreWhereItWorksWithoutAnId() throws IOException {
    server.answering(200, "{\"access_token\":\"access-2\"}");

    CommandRun run = run("--probe", "--yes");

    assertThat(server.forms()).hasSize(1);
    assertThat(run.output()).contains("needs no client id to refresh").doesNotContain("used up");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|{\"error\":\"invalid_grant\"}|1|the refresh token is used up",
        "400|{\"error\":\"invalid_scope\"}|1|refused, but not for the client id",
        "503|busy|1|the answers prove nothing",
        "429||1|the answers prove nothing",
        "401||2|the server does not know the configured client id",
        "401|{\"error\":\"invalid_client\"}|2|the server does not know the configured client id",
      })
  void saysWhatARefusalProves(int status, String body, int requests, String proof)
      throws IOException {
    String answer = body == null ? "" : body;
    server.answering(status, answer).answering(status, answer);

    CommandRun run = run("--probe", "--yes");

    assertThat(server.forms()).hasSize(requests);
    assertThat(run.output()).contains("problem  " + proof);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void takesAGrantErrorAboutTheClientForWhatItIs() throws IOException {
    server
        .answering(
            400,
            "{\"error\":\"invalid_grant\",\"error_description\":"
                + "\"cannot be used without sending a client identifier\"}")
        .answering(200, ROTATED);

    CommandRun run = run("--probe", "--yes");

    assertThat(server.forms()).hasSize(2);
    assertThat(run.output()).contains("the agent heals this");
  }

  @Test
  void sendsNoTokenOfAnotherClient() throws IOException {
    record("\"clientId\": \"another\",");

    CommandRun run = run("--probe", "--yes");

    assertThat(run.output()).contains("problem  nothing was sent: no record");
    assertThat(server.forms()).isEmpty();
  }

  @Test
  void showsNoTokenEvenWhereTheServerRepeatsIt() throws IOException {
    server.answering(
        400, "{\"error\":\"invalid_grant\",\"error_description\":\"no such token " + TOKEN + "\"}");

    CommandRun run = run("--probe", "--yes");

    assertThat(run.output() + run.errors()).contains("no such token ***").doesNotContain(TOKEN);
  }

  @Test
  void needsCredentialsToProbe() {
    CommandRun run = CommandRun.of("doctor", configuration(), "--probe", "--yes");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("add --credentials FILE");
  }

  @Test
  void refusesCredentialsThatAreNotThere() {
    CommandRun run =
        CommandRun.of("doctor", configuration(), "--credentials", folder + "/none.json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("none.json: no such file");
  }

  @Test
  void tellsScriptsTheSame() throws IOException {
    server.answering(400, MISSING).answering(200, "{\"access_token\":\"access-2\"}");

    CommandRun run = run("--probe", "--yes", "--json");

    JsonNode document = JsonMapper.shared().readTree(run.output());
    assertThat(document.at("/credentials/0/reason").asString()).isEqualTo("record-patched");
    assertThat(document.at("/tokenEndpoint/0/httpStatus").asInt()).isEqualTo(405);
    assertThat(document.at("/probe/0/error").asString()).isEqualTo("invalid_request");
    assertThat(document.at("/probe/2/proof").asString()).isEqualTo("heals");
    assertThat(run.output()).doesNotContain(TOKEN, "access-2");
  }

  private CommandRun doctor() {
    return run();
  }

  private CommandRun run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("doctor", configuration(), "--credentials", credentials().toString()));
    Stream.of(more).forEach(arguments::add);
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private String configuration() {
    return folder.resolve("hotfix.json").toString();
  }

  private Path credentials() {
    return folder.resolve("credentials.json");
  }

  private void record(String id) throws IOException {
    Files.writeString(
        credentials(),
        """
        { "mcpOAuth": { "example-server|4282f2a9112820d2": {
            "serverName": "example-server", "serverUrl": "https://mcp.example.com/mcp",
            %s "accessToken": "access-1", "refreshToken": "refresh-1",
            "expiresAt": 1700000000000 } } }
        """
            .formatted(id));
  }
}
