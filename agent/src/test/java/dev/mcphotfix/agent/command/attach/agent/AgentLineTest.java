package dev.mcphotfix.agent.command.attach.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Speaks to an agent in a JVM of its own, which only answers. */
class AgentLineTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void hearsWhatTheAgentAnswers() throws Exception {
    try (StandIn host = StandIn.start(folder);
        AgentLine line = AgentLine.open(host.pid(), host.jar(), LIMIT)) {
      assertThat(line.last()).isNull();
      assertThat(line.send("").command()).isEqualTo("install");
      assertThat(line.send("command=status").isDone()).isTrue();
      assertThat(line.send("command=reload,mode=bad").isDone()).isFalse();
      assertThat(line.send("command=detach").isInstalled()).isFalse();
    }
  }

  @Test
  void takesNoAnswerToAnotherForItsOwn() throws Exception {
    try (StandIn host = StandIn.start(folder);
        AgentLine line = AgentLine.open(host.pid(), host.jar(), LIMIT)) {
      for (String options : new String[] {"mute=1", "stale=1"}) {
        assertThatExceptionOfType(TargetException.class)
            .isThrownBy(() -> line.send(options))
            .withMessageContaining("did not answer");
      }
    }
  }

  @Test
  void readsNoAnswerThatIsLongerThanAnAgentWrites() throws Exception {
    try (StandIn host = StandIn.start(folder);
        AgentLine line = AgentLine.open(host.pid(), host.jar(), LIMIT)) {
      assertThatExceptionOfType(TargetException.class)
          .isThrownBy(() -> line.send("huge=1"))
          .withMessageContaining("is too long, and was not read");
    }
  }

  @Test
  void saysInOneLineThatAnAnswerDoesNotFitIntoItsMemory() throws Exception {
    try (StandIn host = StandIn.start(folder)) {
      assertThat(SmallReader.ask(host, "vast=1"))
          .isEqualTo(
              "the answer of %1$d is too long, and was not read\nsee the system properties of that"
                      .formatted(host.pid())
                  + " JVM, jcmd %1$d VM.system_properties\n".formatted(host.pid()));
    }
  }

  @Test
  void readsAnAnswerOfUsualLengthWithLittleMemory() throws Exception {
    try (StandIn host = StandIn.start(folder)) {
      assertThat(SmallReader.ask(host, "command=status")).isEqualTo("done\n");
    }
  }

  @Test
  void saysThatTheJvmDoesNotTakeTheAgent() throws Exception {
    try (StandIn host = StandIn.start(folder);
        AgentLine line = AgentLine.open(host.pid(), folder.resolve("no.jar").toString(), LIMIT)) {
      assertThatExceptionOfType(TargetException.class)
          .isThrownBy(() -> line.send("command=status"))
          .withMessageContaining("does not load the agent");
    }
  }

  @Test
  void sendsNothingThatAJvmWouldCut() throws Exception {
    try (StandIn host = StandIn.start(folder);
        AgentLine line = AgentLine.open(host.pid(), host.jar(), LIMIT)) {
      TargetException refused =
          catchThrowableOfType(TargetException.class, () -> line.send("x".repeat(1000)));

      assertThat(refused.getMessage()).contains("too long");
      assertThat(refused.problem().advice()).contains("--config FILE");
      assertThat(line.last()).isNull();
    }
  }

  @Test
  void saysThatTheJvmHasEnded() throws Exception {
    try (StandIn host = StandIn.start(folder);
        AgentLine line = AgentLine.open(host.pid(), host.jar(), LIMIT)) {
      host.end();

      assertThatExceptionOfType(TargetException.class)
          .isThrownBy(line::last)
          .withMessageContaining("has ended");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void waitsForNoJvmThatHangs() throws Exception {
    try (StandIn host = StandIn.start(folder);
        AgentLine patient = AgentLine.open(host.pid(), host.jar(), LIMIT);
        AgentLine line = AgentLine.open(host.pid(), host.jar(), Duration.ofSeconds(2))) {
      patient.last();
      host.suspend();

      assertThatExceptionOfType(TargetException.class)
          .isThrownBy(line::last)
          .withMessageContaining("did not answer within 2 seconds");
    }
  }
}
