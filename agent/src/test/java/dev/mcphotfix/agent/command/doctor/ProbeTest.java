package dev.mcphotfix.agent.command.doctor;

import static dev.mcphotfix.agent.command.doctor.DoctorFolder.MISSING;
import static dev.mcphotfix.agent.command.doctor.DoctorFolder.ROTATED;
import static dev.mcphotfix.agent.command.doctor.DoctorFolder.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import dev.mcphotfix.agent.command.configuration.AgentFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A refresh without the id and one with it, and what is made of the answers. */
class ProbeTest {

  @TempDir private Path folder;
  private FakeTokenServer server;
  private DoctorFolder doctor;

  @BeforeEach
  void start() throws IOException {
    doctor = DoctorFolder.in(folder);
    server = doctor.server();
  }

  @AfterEach
  void stop() {
    doctor.close();
  }

  @Test
  void provesThatTheIdHeals() throws IOException {
    server.answering(400, MISSING).answering(200, ROTATED);
    String before = Files.readString(doctor.credentials());

    CommandRun run = doctor.probe();

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
    assertThat(Files.readString(doctor.credentials())).isEqualTo(before);
  }

  @Test
  void asksNoMoreWhereItWorksWithoutAnId() throws IOException {
    server.answering(200, "{\"access_token\":\"access-2\"}");

    CommandRun run = doctor.probe();

    assertThat(server.forms()).hasSize(1);
    assertThat(run.output()).contains("needs no client id to refresh").doesNotContain("used up");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|{\"error\":\"invalid_grant\"}|2|the refresh token is used up",
        "400|{\"error\":\"bad_refresh_token\"}|1|the refresh token is used up",
        "400|{\"error\":\"invalid_scope\"}|2|refused, but not for the client id",
        "503|busy|1|the answers prove nothing",
        "429||1|the answers prove nothing",
        "401||2|the server does not know the configured client id",
        "401|{\"error\":\"invalid_client\"}|2|the server does not know the configured client id",
        "200|error=invalid_client|2|the server does not know the configured client id",
        "200|{\"error\":\"bad_client_secret\"}|2|the server wants the client's secret as well",
        "401|{\"error\":\"invalid_client_secret\"}|2|the server wants the client's secret as well",
        "422|{\"detail\":\"client_id\"}|2|the answers prove nothing",
        "403|<html>blocked</html>|2|the answers prove nothing",
        "200|{\"data\":{\"access_token\":\"access-2\"}}|1|the answers prove nothing",
      })
  void saysWhatARefusalProves(int status, String body, int requests, String proof)
      throws IOException {
    String answer = body == null ? "" : body;
    server.answering(status, answer).answering(status, answer);

    CommandRun run = doctor.probe();

    assertThat(server.forms()).hasSize(requests);
    assertThat(run.output()).contains("problem  " + proof);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  /** The twins of the refusals above: another answer to the id proves another thing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|error=invalid_client",
        "422|{\"detail\":\"client_id\"}",
        "403|<html>blocked</html>",
        "400|{\"error\":\"invalid_grant\"}",
        "400|{\"error\":\"invalid_scope\"}",
        "400|{\"error\":\"invalid_client_secret\"}",
      })
  void healsWhateverTheServerCallsIt(int status, String body) throws IOException {
    server.answering(status, body).answering(200, "{\"access_token\":\"access-2\"}");

    CommandRun run = doctor.probe();

    assertThat(run.output()).contains("ok       refused without the client id, accepted with it");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void endsWithTheOptionThatHeals() throws IOException {
    server.answering(400, MISSING).answering(200, "{\"access_token\":\"access-2\"}");

    CommandRun run = doctor.probe();

    assertThat(run.output())
        .contains("note     /mcpOAuth/example-server|4282f2a9112820d2: has no client id")
        .endsWith(
            "The agent heals this. Start the client with%n  -javaagent:%s=%s%n"
                .formatted(AgentFlag.ownJar(), doctor.configuration()));
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void endsWithoutItWhereTheAgentAloneDoesNotHeal() throws IOException {
    server.answering(400, MISSING).answering(401, "{\"error\":\"invalid_client\"}");

    CommandRun run = doctor.probe();

    assertThat(run.output())
        .contains("problem  /mcpOAuth/example-server|4282f2a9112820d2: has no client id")
        .contains("The agent alone does not heal this: the server does not know the configured")
        .doesNotContain("-javaagent");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void sendsNothingMoreAfterAnAnswerThatNeverCame() throws IOException {
    server.hangingUp();

    CommandRun run = doctor.probe();

    assertThat(server.forms()).hasSize(1);
    assertThat(run.output())
        .contains("refresh without the client id: no answer", "may be used up")
        .contains("It is not known whether the agent heals this: try again when the server");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void saysThatTheModeIsInTheWay() throws IOException {
    doctor.configure("\"mode\": \"observe\",");
    server.answering(400, MISSING).answering(200, "{\"access_token\":\"access-2\"}");

    CommandRun run = doctor.probe();

    assertThat(run.output())
        .contains("problem  mode=observe: the agent would not add the id")
        .contains("The agent heals this, but not with mode=observe.");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void isContentWithAServerThatNeedsNoId() throws IOException {
    server.answering(200, "{\"access_token\":\"access-2\"}");

    CommandRun run = doctor.probe();

    assertThat(run.output())
        .contains("The server refreshes without a client id")
        .doesNotContain("-javaagent");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void takesAGrantErrorAboutTheClientForWhatItIs() throws IOException {
    server
        .answering(
            400,
            "{\"error\":\"invalid_grant\",\"error_description\":"
                + "\"cannot be used without sending a client identifier\"}")
        .answering(200, ROTATED);

    CommandRun run = doctor.probe();

    assertThat(server.forms()).hasSize(2);
    assertThat(run.output()).contains("the agent heals this");
  }

  @Test
  void sendsNoTokenOfAnotherClient() throws IOException {
    doctor.record("\"clientId\": \"another\",");

    CommandRun run = doctor.probe();

    assertThat(run.output()).contains("problem  nothing was sent: no record");
    assertThat(server.forms()).isEmpty();
  }

  @Test
  void showsNoTokenEvenWhereTheServerRepeatsIt() throws IOException {
    server.answering(
        400, "{\"error\":\"invalid_grant\",\"error_description\":\"no such token " + TOKEN + "\"}");

    CommandRun run = doctor.probe();

    assertThat(run.output() + run.errors()).contains("no such token ***").doesNotContain(TOKEN);
  }

  @Test
  void tellsScriptsTheSame() throws IOException {
    server.answering(400, MISSING).answering(200, "{\"access_token\":\"access-2\"}");

    CommandRun run = doctor.probe("--json");

    JsonNode document = JsonMapper.shared().readTree(run.output());
    assertThat(document.at("/credentials/0/reason").asString()).isEqualTo("record-patched");
    assertThat(document.at("/tokenEndpoint/0/httpStatus").asInt()).isEqualTo(405);
    assertThat(document.at("/probe/0/error").asString()).isEqualTo("invalid_request");
    assertThat(document.at("/probe/2/proof").asString()).isEqualTo("heals");
    assertThat(document.at("/exitCode").asInt()).isZero();
    assertThat(document.at("/conclusion").asString()).startsWith("The agent heals this.");
    assertThat(document.at("/javaagent").asString()).startsWith("-javaagent:");
    assertThat(run.output()).doesNotContain(TOKEN, "access-2");
  }

  @Test
  void probesTheFirstOfSeveralRecordsOfOneServer() throws IOException {
    String text = Files.readString(doctor.credentials());
    String record = text.substring(text.indexOf('"' + "example-server|"), text.lastIndexOf("} }"));
    doctor.rewrite(
        record,
        record + ", " + record.replace("|4282f2a9112820d2", "").replace(TOKEN, "refresh-9"));
    server.answering(400, MISSING).answering(200, "{\"access_token\":\"access-2\"}");

    CommandRun run = doctor.probe();

    assertThat(run.output())
        .contains("note     of the 2 records of example-server the first is probed: /mcpOAuth/")
        .contains("The agent heals this.");
    assertThat(server.forms()).hasSize(2).noneMatch(form -> form.contains("refresh-9"));
  }
}
