package dev.mcphotfix.agent.command.doctor;

import static dev.mcphotfix.agent.command.doctor.DoctorFolder.MISSING;
import static dev.mcphotfix.agent.command.doctor.DoctorFolder.ROTATED;
import static dev.mcphotfix.agent.command.doctor.DoctorFolder.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a refresh token that a probe has used up. */
class RotationTest {

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
  void writesTheNewTokenWhereThatIsAskedFor() throws IOException {
    server.answering(400, MISSING).answering(200, ROTATED);
    String before = Files.readString(doctor.credentials());

    CommandRun run = doctor.probe("--write");

    assertThat(run.output())
        .contains("note     the server gave a new refresh token; it was written");
    assertThat(Files.readString(doctor.credentials()))
        .isEqualTo(before.replace(TOKEN, "refresh-2"));
  }

  @Test
  void leavesNothingThatARepairWouldUndo() throws IOException {
    server.answering(400, MISSING).answering(200, ROTATED);
    doctor.probe("--write");
    String rotated = Files.readString(doctor.credentials());

    CommandRun undo = CommandRun.of("repair", "--credentials", doctor.credentials() + "", "--undo");

    assertThat(undo.exitCode()).isEqualTo(2);
    assertThat(undo.errors()).contains("nothing left to undo");
    assertThat(doctor.credentials()).hasContent(rotated).content().contains("refresh-2");
  }

  @Test
  void asksForALoginWhereTheNewTokenWasNotKept() throws IOException {
    server.answering(400, MISSING).answering(200, ROTATED);

    CommandRun run = doctor.probe();

    assertThat(run.output()).contains("Start the client with the option below, and log in again:");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void keepsTheNewTokenWhateverElseTheAnswerSays() throws IOException {
    server.answering(400, ROTATED);

    CommandRun run = doctor.probe("--write");

    assertThat(server.forms()).hasSize(1);
    assertThat(run.output()).contains("the answers prove nothing", "may be used up");
    assertThat(doctor.credentials()).content().contains("refresh-2").doesNotContain(TOKEN);
  }

  @Test
  void keepsTheNewTokenThoughTheFileWasWrittenMeanwhile() throws IOException {
    server.answering(400, MISSING).answering(200, ROTATED);
    server.meanwhile(() -> doctor.rewrite("1700000000000", "1700000000001"));

    CommandRun run = doctor.probe("--write");

    assertThat(run.output())
        .contains("note     the server gave a new refresh token; it was written");
    assertThat(doctor.credentials()).content().contains("refresh-2", "1700000000001");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void leavesATokenThatTheClientHasWrittenMeanwhile() throws IOException {
    server.answering(400, MISSING).answering(200, ROTATED);
    server.meanwhile(() -> doctor.rewrite(TOKEN, "refresh-of-the-client"));

    CommandRun run = doctor.probe("--write");

    assertThat(run.output()).contains("it has another one now");
    assertThat(doctor.credentials()).content().contains("refresh-of-the-client");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  /** The MD5 of the url is in their names. */
  @Test
  void writesTheNewTokenToTheFileThatHasIt() throws IOException {
    server.answering(400, MISSING).answering(200, ROTATED);
    String name = "94baabe3c3fadb285b26c035e4e86046_";
    Path registration = Files.writeString(folder.resolve(name + "client_info.json"), "{}");
    Path tokens =
        Files.writeString(
            folder.resolve(name + "tokens.json"),
            "{\"access_token\": \"access-1\", \"refresh_token\": \"refresh-1\"}");

    CommandRun run =
        CommandRun.of(
            "doctor",
            doctor.configuration() + "",
            "--credentials",
            registration + "",
            "--probe",
            "--yes",
            "--write");

    assertThat(run.output()).contains("it was written to " + tokens);
    assertThat(tokens).content().contains("refresh-2").doesNotContain(TOKEN);
    assertThat(registration).hasContent("{}");
    assertThat(run.exitCode()).isZero();
  }
}
