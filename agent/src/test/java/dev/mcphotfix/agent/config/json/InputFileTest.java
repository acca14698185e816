package dev.mcphotfix.agent.config.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"C:\\a.json", "c:/a.json", "D:a.json", "\\\\server\\s\\a.json", "\\a", "/a"})
  void knowsWhereANameStartsOnWindows(String name) {
    assertThat(InputFile.startsAtRoot(name, '\\')).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "conf\\a.json", "..\\a.json", "~\\a.json", "x", ""})
  void looksForOtherNamesInTheFolderOfTheFile(String name) {
    assertThat(InputFile.startsAtRoot(name, '\\')).isFalse();
    assertThat(InputFile.startsAtRoot(name, '/')).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:\\a.json", "\\a.json", "\\\\server\\s\\a.json"})
  void takesNoNameOfWindowsForAPathElsewhere(String name) {
    assertThat(InputFile.startsAtRoot(name, '/')).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"~/a.json", "~\\a.json"})
  void startsAtTheHomeFolder(String name) {
    assertThat(InputFile.resolve(name, new File("/etc"), "/home/me"))
        .isEqualTo(new File("/home/me/a.json"));
  }

  @Test
  void startsAtTheFolderOfTheFileOrAtTheWorkingDirectory() {
    assertThat(InputFile.resolve("a.json", new File("/etc"), ""))
        .isEqualTo(new File("/etc/a.json"));
    assertThat(InputFile.resolve("/a.json", new File("/etc"), "")).isEqualTo(new File("/a.json"));
    assertThat(InputFile.resolve("a.json", null, ""))
        .isEqualTo(new File("a.json").getAbsoluteFile());
  }
}
