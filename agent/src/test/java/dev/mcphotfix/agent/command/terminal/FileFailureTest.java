package dev.mcphotfix.agent.command.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a file that could not be read or written. */
class FileFailureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/etc/client.json (Permission denied)", "C:\\client.json (Access is denied)"})
  void saysThatTheUserMayNotWhicheverClassIsAsked(String older) {
    assertThat(FileFailure.words(new FileNotFoundException(older))).isEqualTo("this user may not");
    assertThat(FileFailure.words(new AccessDeniedException("/etc/client.json")))
        .isEqualTo("this user may not");
  }

  @Test
  void saysThatItIsNotThere() {
    String gone = "/none/client.json (No such file or directory)";

    assertThat(FileFailure.words(new FileNotFoundException(gone)))
        .isEqualTo("it, or its folder, is not there");
    assertThat(FileFailure.words(new NoSuchFileException("/none/client.json")))
        .isEqualTo("it, or its folder, is not there");
  }

  @Test
  void repeatsWhatTheSystemSays() {
    assertThat(FileFailure.words(new IOException("No space left on device")))
        .isEqualTo("No space left on device");
  }
}
