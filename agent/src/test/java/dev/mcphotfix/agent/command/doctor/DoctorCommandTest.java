package dev.mcphotfix.agent.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

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
  void findsTheRecordWithoutAnId() {
    CommandRun run = doctor.run();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains(
            "problem  /mcpOAuth/example-server|4282f2a9112820d2: has no client id; this is the defect")
        .contains("the access token expired ")
        .contains("-> run the client with the agent, or add the id with the command repair");
  }

  @Test
  void isContentWithTheConfiguredId() throws IOException {
    doctor.record("\"clientId\": \"my-static-client\",");

    CommandRun run = doctor.run();

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("has the configured client id of example-server");
  }

  @Test
  void complainsOfAnotherId() throws IOException {
    doctor.record("\"clientId\": \"another\",");

    CommandRun run = doctor.run();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("problem  /mcpOAuth/example-server|4282f2a9112820d2: has another client id");
  }

  @Test
  void reachesTheTokenEndpointWithoutPostingToIt() {
    CommandRun run = doctor.run();

    assertThat(run.output())
        .contains("ok       " + server.url() + ": reached; it answered status 405 to OPTIONS")
        .contains("ok       " + server.url() + ": the same time as here");
    assertThat(server.other()).isEqualTo("OPTIONS");
    assertThat(server.forms()).isEmpty();
  }

  @Test
  void saysWhereTheTokenEndpointIsNotReached() {
    server.close();

    CommandRun run = doctor.run();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("problem  " + server.url() + ": not reached")
        .contains("-> no connection; check port, firewall and proxy");
  }

  @Test
  void asksBeforeItProbes() throws IOException {
    CommandRun run = doctor.run("--probe");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("may use up the refresh token").contains("--yes");
    assertThat(server.forms()).isEmpty();
  }

  @Test
  void needsCredentialsToProbe() {
    CommandRun run = CommandRun.of("doctor", doctor.configuration() + "", "--probe", "--yes");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("add --credentials FILE");
  }

  @Test
  void refusesCredentialsThatAreNotThere() {
    CommandRun run =
        CommandRun.of(
            "doctor", doctor.configuration() + "", "--credentials", folder + "/none.json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("none.json: no such file");
  }

  @Test
  void endsWithWhatIsKnownWithoutAProbe() throws IOException {
    CommandRun lacking = doctor.run();
    doctor.record("\"clientId\": \"my-static-client\",");
    CommandRun having = doctor.run();
    CommandRun unseen = CommandRun.of("doctor", doctor.configuration() + "");

    assertThat(lacking.output())
        .contains(
            "This looks like the defect, and --probe proves it. A client on the JVM is healed by")
        .endsWith("=" + doctor.configuration() + System.lineSeparator());
    assertThat(having.output())
        .contains("No record lacks the id. --probe tells whether a refresh works.")
        .doesNotContain("-javaagent");
    assertThat(unseen.output()).contains("It is not known whether a record lacks the id");
  }

  @Test
  void looksNoFurtherThanAConfigurationThatCannotBeRead() throws IOException {
    doctor.configure("\"modus\": 1,");

    CommandRun run = doctor.run();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("modus", "correct the configuration first.");
  }

  @Test
  void namesTheServersThatCanBeProbed() {
    CommandRun run = doctor.probe("--server", "exmple");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("no configured server \"exmple\"; expected one of example-");
  }

  @Test
  void saysOfEachRecordWhatRepairSays() throws IOException {
    doctor.rewrite("refreshToken", "noToken");
    CommandRun dead = doctor.run();
    doctor.record("\"client_secret\": \"s\",");
    CommandRun registered = doctor.run();
    doctor.record("");
    doctor.rewrite("https://mcp.example.com", "https://other.example");
    CommandRun other = doctor.run();

    assertThat(dead.output())
        .contains("note     /mcpOAuth/example-server|4282f2a9112820d2: has no refresh token of")
        .contains("-> log in again and ask for the scope offline_access: without a refresh token");
    assertThat(registered.output())
        .contains("is not of the configured client of example-server")
        .contains("-> it was issued by another server or to a client registered on the fly");
    assertThat(other.output())
        .contains("belongs to no configured server")
        .contains("-> compare its name and url", "no server there has https://other.example/mcp")
        .contains("No record is known to lack the id: see what is said of each.");
  }

  @Test
  void namesTheCommandWhoseOptionHelps() throws IOException {
    doctor.rewrite("example-server", "anything");

    assertThat(doctor.run().output())
        .contains("its url is that of example-server; if it is so, say repair --server example-");
  }
}
