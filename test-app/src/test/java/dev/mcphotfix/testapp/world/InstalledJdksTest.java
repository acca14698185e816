package dev.mcphotfix.testapp.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledJdksTest {
  @TempDir private Path folder;

  @Test
  void findsTheRunningOne() {
    assertThat(InstalledJdks.find())
        .extracting(Jdk::feature)
        .contains(Runtime.version().feature())
        .doesNotHaveDuplicates();
  }

  @Test
  void leavesOutWhatIsTooOldOrNoJdk() throws IOException {
    Set<Path> folders = Set.of(jdk("old", "1.8.0_402"), jdk("new", "21.0.2"), folder);

    List<Jdk> jdks = InstalledJdks.select(folders);

    assertThat(jdks).extracting(Jdk::feature).containsExactly(21);
  }

  @Test
  void takesTheFirstOfAVersion() throws IOException {
    Path first = jdk("first", "25");
    Set<Path> folders = new LinkedHashSet<>(List.of(first, jdk("second", "25.0.1")));

    List<Jdk> jdks = InstalledJdks.select(folders);

    assertThat(jdks).containsExactly(new Jdk(first.toRealPath(), 25));
  }

  @Test
  void namesTheSupportedVersionsThatAreMissing() throws IOException {
    List<Jdk> jdks = InstalledJdks.select(Set.of(jdk("a", "17.0.1"), jdk("b", "21")));

    assertThat(InstalledJdks.missing(jdks)).containsExactly(25);
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path launcher = Files.createFile(Files.createDirectory(home.resolve("bin")).resolve("java"));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    return home;
  }
}
