package dev.mcphotfix.agent.command.attach.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.attach.jvm.FakeProcess;
import dev.mcphotfix.agent.command.attach.jvm.JvmFinder;
import dev.mcphotfix.agent.command.attach.jvm.ProcessFiles;
import dev.mcphotfix.agent.command.terminal.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a process, from the files of one that is not there. */
@EnabledOnOs(OS.LINUX)
class PreflightTest {

  private static final long PID = 99_999_999;
  private static final String JAR = "/opt/mcp-hotfix/agent.jar";

  @TempDir private Path proc;
  private FakeProcess target;

  @BeforeEach
  void makeProcesses() throws IOException {
    new FakeProcess(proc, "self");
    target =
        new FakeProcess(proc, Long.toString(PID))
            .withJava("java.base java.instrument")
            .withCommand("/opt/java/bin/java", "-jar", "/opt/the-client.jar", "--token=hunter2")
            .withFile(JAR);
  }

  @Test
  void findsNothingInTheWay() {
    Preflight preflight = preflight();

    assertThat(texts(preflight))
        .anyMatch(text -> text.contains("the-client.jar on Java 21.0.4"))
        .anyMatch(text -> text.contains("JEP 451"))
        .noneMatch(text -> text.contains("hunter2"));
    assertThat(preflight.findings()).noneMatch(Finding::isProblem);
  }

  @Test
  void looksForTheFolderOfTheLogWhereTheProcessLives() throws IOException {
    Preflight without = preflight();
    without.checkLog("/var/log/hotfix/a.log");
    target.withFile("/var/log/hotfix/other.log");
    Preflight with = preflight();
    with.checkLog("/var/log/hotfix/a.log");
    with.checkLog("");

    assertThat(problems(without))
        .singleElement()
        .asString()
        .contains("the folder of the log: there is no /var/log/hotfix where it lives");
    assertThat(problems(with)).isEmpty();
  }

  @Test
  void saysThatThereIsNoSuchProcess() {
    assertThat(problems(Preflight.of(PID - 1, finder())))
        .singleElement()
        .asString()
        .contains("there is no process");
  }

  @ParameterizedTest
  @CsvSource({"Z (zombie), there is no process", "T (stopped), is stopped"})
  void looksAtTheStateOfTheProcess(String state, String said) throws IOException {
    target.withStatus(state, 1000, "4");

    assertThat(problems(preflight())).singleElement().asString().contains(said);
  }

  @Test
  void saysWhoseProcessItIs() throws IOException {
    target.withStatus("S (sleeping)", 1001, "4");

    assertThat(problems(preflight())).singleElement().asString().contains("user 1001");
  }

  @Test
  void letsRootGoToOthers() throws IOException {
    new FakeProcess(proc, "self").withStatus("S (sleeping)", 0, "4");

    assertThat(problems(preflight())).isEmpty();
    assertThat(texts(preflight())).anyMatch(text -> text.contains("runs as root"));
  }

  @Test
  void saysThatItIsNoJvm() throws IOException {
    Files.delete(proc.resolve(Long.toString(PID)).resolve("maps"));

    assertThat(problems(preflight())).singleElement().asString().contains("no Java process");
  }

  @Test
  void saysThatTheSignalWouldEndIt() throws IOException {
    target.withStatus("S (sleeping)", 1000, "4004002000004000");

    assertThat(problems(preflight())).singleElement().asString().contains("does not listen");
  }

  @Test
  void needsNoSignalWhereSomebodyAttachedBefore() throws IOException {
    target.withStatus("S (sleeping)", 1000, "4004002000004000").withFile("/tmp/.java_pid7");

    assertThat(problems(preflight())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-XX:+DisableAttachMechanism, lets nobody attach",
    "-XX:-EnableDynamicAgentLoading, takes no agent"
  })
  void readsTheOptionsOfTheJvm(String option, String said) throws IOException {
    target.withCommand("java", option, "-jar", "/opt/the-client.jar");

    assertThat(problems(preflight())).singleElement().asString().contains(said);
  }

  @Test
  void readsTheVariablesOfTheJvm() throws IOException {
    target.withVariables("A=b", "JAVA_TOOL_OPTIONS=-Xmx1g -XX:+DisableAttachMechanism");

    assertThat(problems(preflight())).singleElement().asString().contains("lets nobody attach");
  }

  @Test
  void leavesOptionsOfTheProgramAlone() throws IOException {
    target.withCommand("java", "-jar", "/opt/the-client.jar", "-XX:+DisableAttachMechanism");

    assertThat(problems(preflight())).isEmpty();
  }

  @Test
  void saysThatAModuleIsMissing() throws IOException {
    target.withJava("java.base java.logging");

    assertThat(problems(preflight())).singleElement().asString().contains("java.instrument");
  }

  @Test
  void looksForFilesAsAProcessElsewhereSeesThem() throws IOException {
    target.withNamespaces("mnt:[2]", "pid:[1]");
    Files.delete(target.root().resolve(JAR.substring(1)));

    assertThat(texts(preflight())).anyMatch(text -> text.contains("another container"));
    assertThat(problems(preflight())).singleElement().asString().contains("does not see the agent");
  }

  @Test
  void saysThatAConfigurationIsNotToBeSeen() {
    assertThat(problems(Preflight.of(PID, JAR, List.of("/etc/none.json"), finder())))
        .singleElement()
        .asString()
        .contains("does not see the configuration")
        .contains("/etc/none.json");
  }

  private Preflight preflight() {
    return Preflight.of(PID, JAR, List.of(), finder());
  }

  private ProcessFiles files() {
    return new ProcessFiles(proc);
  }

  private JvmFinder finder() {
    return new JvmFinder(files(), proc);
  }

  private static List<String> texts(Preflight preflight) {
    return preflight.findings().stream().map(Finding::text).toList();
  }

  private static List<String> problems(Preflight preflight) {
    return preflight.findings().stream().filter(Finding::isProblem).map(Finding::text).toList();
  }
}
