package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.InstalledJdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application's servers at a terminal. */
@EnabledOnOs(OS.LINUX) // Elsewhere "script" has other options, or is not there.
class ServeIT {

  private static final String READY = "Ctrl-C ends the servers";

  @TempDir private Path folder;

  @Test
  void leavesNoFolderAtCtrlC() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    try (Terminal terminal = serve(temporary)) {
      terminal.await(READY);
      assertThat(temporary).isNotEmptyDirectory();
      terminal.interrupt();

      assertThat(terminal.awaitEnd()).isNotZero();
      assertThat(temporary).as(terminal.text()).isEmptyDirectory();
    }
  }

  @Test
  void leavesNoFolderWhereTheInputEnds() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    try (Terminal terminal = serve(temporary)) {
      terminal.await(READY);
      terminal.endInput();

      assertThat(terminal.awaitEnd()).as(terminal.text()).isZero();
      assertThat(temporary).as(terminal.text()).isEmptyDirectory();
    }
  }

  private Terminal serve(Path temporary) throws IOException {
    Path java = InstalledJdks.newest().get(0).home().resolve("bin").resolve("java");
    return Terminal.start(
        folder,
        List.of(
            java.toString(),
            "-Djava.io.tmpdir=" + temporary,
            "-jar",
            BuiltJars.testApplication().toString(),
            "--serve"));
  }
}
