package dev.mcphotfix.agent.command.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {

  @TempDir private Path folder;

  @Test
  void seesThatAFileIsLonger() throws Exception {
    Path file = Files.writeString(folder.resolve("a.json"), "{}");
    FileWatch watch = new FileWatch(List.of(file.toString()));
    Files.writeString(file, "{ }");

    assertThat(watch.awaitChange(() -> true)).isTrue();
  }

  @Test
  void seesNothingWhereNothingChanged() throws Exception {
    Path file = Files.writeString(folder.resolve("a.json"), "{}");
    FileWatch watch = new FileWatch(List.of(file.toString()));
    Iterator<Boolean> once = List.of(true, false).iterator();

    assertThat(watch.awaitChange(once::next)).isFalse();
  }

  @Test
  void waitsForAFileThatIsAway() throws Exception {
    Path file = Files.writeString(folder.resolve("a.json"), "{}");
    FileWatch watch = new FileWatch(List.of(file.toString()));
    Files.delete(file);
    Iterator<Boolean> once = List.of(true, false).iterator();

    assertThat(watch.awaitChange(once::next)).isFalse();
  }
}
