package dev.mcphotfix.agent.command.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.command.repair.CredentialFolder;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileReplacementTest {

  private static final String OLD = "{\"old\": \"é\"}\r\n";
  private static final String NEW = "{\"new\": \"é\"}\r\n";

  @TempDir private Path temporary;
  private CredentialFolder folder = CredentialFolder.of(Path.of(""));
  private Path file = Path.of("");
  private Instant now = Instant.parse("2026-01-31T12:00:00.123Z");

  @BeforeEach
  void write() throws IOException {
    folder = CredentialFolder.of(Files.createDirectory(temporary.resolve("mein Schlüsselbund")));
    file = folder.write("the records.json", OLD);
  }

  @Test
  void replacesTheContentAndLeavesABackupBeside() throws Exception {
    Path backup = replace(OLD, NEW);

    assertThat(file).hasContent(NEW);
    assertThat(backup).hasContent(OLD);
    assertThat(folder.names()).containsExactly(file.getFileName() + "", backup.getFileName() + "");
    assertThat(backup.getFileName().toString())
        .matches("the records\\.json\\.mcp-hotfix-backup-20260131T120000123Z-repair-[0-9a-f]{16}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw-------", "r--r--r--", "rwxrwxrwx"})
  void keepsTheModeAndHidesTheBackup(String mode) throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

    Path backup = replace(OLD, NEW);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo(mode);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");
  }

  @Test
  void hidesWhatItWritesWhileItWrites() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    FileTraits traits = FileTraits.of(file);
    try (TemporaryFile written = TemporaryFile.beside(file, traits)) {
      assertThat(modeOf("the records.json.mcp-hotfix-tmp")).isEqualTo("rw-------");
      traits.give(written.path());
      written.fill(NEW.getBytes(UTF_8));
      assertThat(modeOf("the records.json.mcp-hotfix-tmp")).isEqualTo("rw-------");
    }
  }

  @Test
  void leavesAFileOfAnotherOwnerAlone() throws Exception {
    FileTraits own = FileTraits.of(file);
    FileTraits others = new FileTraits(new Stranger("alice"), own.group(), own.mode(), own.acl());

    assertThatThrownBy(() -> TemporaryFile.beside(file, others))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("belongs to alice; run this command as that user");
    assertThat(folder.names()).containsExactly("the records.json");
  }

  @Test
  void leavesAFileThatChangedBeforehandAlone() throws Exception {
    assertThatThrownBy(() -> replace("something else", NEW))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("changed while this command ran");

    assertThat(file).hasContent(OLD);
    assertThat(folder.names()).containsExactly("the records.json");
  }

  @Test
  void leavesAFileThatChangesMeanwhileAlone() throws Exception {
    FileReplacement replacement =
        new FileReplacement(
            file,
            Author.REPAIR,
            () -> {
              folder.write("the records.json", "{\"rotated\": true}");
              return now;
            });

    assertThatThrownBy(() -> replacement.replace(OLD.getBytes(UTF_8), NEW.getBytes(UTF_8)))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("close the client and run it again");
    assertThat(file).hasContent("{\"rotated\": true}");
    assertThat(folder.names()).containsExactly("the records.json");
  }

  @Test
  void waitsForNobody() throws Exception {
    FileReplacement replacement =
        new FileReplacement(
            file,
            Author.REPAIR,
            () -> {
              assertThatThrownBy(() -> replace(OLD, "{}"))
                  .isInstanceOf(UnusableInputException.class)
                  .hasMessageContaining("another command is changing it");
              return now;
            });

    replacement.replace(OLD.getBytes(UTF_8), NEW.getBytes(UTF_8));

    assertThat(file).hasContent(NEW);
  }

  @Test
  void refusesASymbolicLinkAndNamesItsTarget() throws Exception {
    Path link = Files.createSymbolicLink(temporary.resolve("link.json"), file);

    assertThatThrownBy(() -> repairOf(link).replace(OLD.getBytes(UTF_8), new byte[0]))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("a symbolic link; name the file that it points to, " + file);
    assertThat(file).hasContent(OLD);
  }

  @Test
  void refusesAFileWithTwoNames() throws Exception {
    Files.createLink(temporary.resolve("other.json"), file);

    assertThatThrownBy(() -> replace(OLD, NEW)).hasMessageContaining("(a hard link)");
    assertThat(file).hasContent(OLD);
  }

  @Test
  void refusesWhatIsNoFile() {
    assertThatThrownBy(() -> repairOf(temporary).undo())
        .hasMessageContaining("a directory; name the file in it");
    assertThatThrownBy(() -> repairOf(temporary.resolve("none")).undo())
        .hasMessageContaining("no such file");
  }

  @Test
  void refusesAFileOfMoreThanEightMebibytes() throws Exception {
    Files.write(file, new byte[(8 << 20) + 1]);

    assertThatThrownBy(() -> replace(OLD, NEW)).hasMessageContaining("larger than 8 MiB");
  }

  @Test
  void takesNoNoticeOfWhatACrashHasLeft() throws Exception {
    folder.write("the records.json.mcp-hotfix-lock", "left");
    folder.write("the records.json.mcp-hotfix-tmp", "left");

    Path backup = replace(OLD, NEW);

    assertThat(file).hasContent(NEW);
    assertThat(folder.names()).containsExactly("the records.json", backup.getFileName() + "");
  }

  @Test
  void writesThroughNoLinkThatSomebodyHasLaid() throws Exception {
    Path other = Files.writeString(temporary.resolve("other"), "other");
    Files.createSymbolicLink(file.resolveSibling("the records.json.mcp-hotfix-tmp"), other);

    replace(OLD, NEW);

    assertThat(file).hasContent(NEW).isRegularFile();
    assertThat(Files.isSymbolicLink(file)).isFalse();
    assertThat(other).hasContent("other");
  }

  @Test
  void locksThroughNoLinkThatSomebodyHasLaid() throws Exception {
    Path other = Files.writeString(temporary.resolve("other"), "other");
    Files.createSymbolicLink(file.resolveSibling("the records.json.mcp-hotfix-lock"), other);

    assertThatThrownBy(() -> replace(OLD, NEW)).isInstanceOf(UnusableInputException.class);
    assertThat(file).hasContent(OLD);
    assertThat(other).hasContent("other");
  }

  @Test
  void undoesTheExactBytes() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    replace(OLD, NEW);

    repairOf(file).undo();

    assertThat(Files.readAllBytes(file)).isEqualTo(OLD.getBytes(UTF_8));
    assertThat(modeOf("the records.json")).isEqualTo("rw-r-----");
    assertThat(folder.names()).containsExactly("the records.json");
  }

  @Test
  void undoesOneReplacementAfterTheOther() throws Exception {
    replace(OLD, NEW);
    now = now.plusMillis(1);
    replace(NEW, "{}");

    repairOf(file).undo();
    assertThat(file).hasContent(NEW);

    repairOf(file).undo();
    assertThat(file).hasContent(OLD);
  }

  @Test
  void undoesNothingWhereTheClientHasWrittenSince() throws Exception {
    Path backup = replace(OLD, NEW);
    folder.write("the records.json", "{\"rotated\": true}");

    assertThatThrownBy(() -> repairOf(file).undo())
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("changed since the repair")
        .hasMessageContaining(backup.getFileName().toString());
    assertThat(file).hasContent("{\"rotated\": true}");
    assertThat(backup).hasContent(OLD);
  }

  @Test
  void undoesNothingOfAnotherCommand() throws Exception {
    Path backup = replace(Author.DOCTOR, OLD, NEW);

    assertThatThrownBy(() -> repairOf(file).undo())
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("nothing left to undo");
    assertThat(file).hasContent(NEW);
    assertThat(backup).hasContent(OLD);
  }

  @Test
  void undoesItsOwnPastThatOfAnotherCommand() throws Exception {
    folder.write("the records.json", "{}");
    Path rotated = replace(Author.DOCTOR, "{}", OLD);
    now = now.plusMillis(1);
    replace(OLD, NEW);

    repairOf(file).undo();
    assertThatThrownBy(() -> repairOf(file).undo()).hasMessageContaining("nothing left to undo");

    assertThat(file).hasContent(OLD);
    assertThat(rotated).hasContent("{}");
  }

  @Test
  void undoesNothingWhereAnotherCommandHasWrittenSince() throws Exception {
    replace(OLD, NEW);
    now = now.plusMillis(1);
    replace(Author.DOCTOR, NEW, "{}");

    assertThatThrownBy(() -> repairOf(file).undo())
        .hasMessageContaining("changed since the repair");
    assertThat(file).hasContent("{}");
  }

  @Test
  void leavesABackupThatDoesNotSayWhoseItIsToItsOwner() throws Exception {
    Path backup = replace(OLD, NEW);
    Path old = Files.move(backup, sibling(backup.getFileName().toString().replace("-repair", "")));

    assertThatThrownBy(() -> repairOf(file).undo())
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining(old.getFileName() + " was made by an older version")
        .hasMessageEndingWith("cp \"" + old + "\" \"" + file + '"');
    assertThat(file).hasContent(NEW);
    assertThat(old).hasContent(OLD);
  }

  @Test
  void undoesARepairBesideABackupOfAnOlderVersion() throws Exception {
    Path backup = replace(OLD, NEW);
    Path old =
        Files.copy(
            backup,
            sibling("the records.json.mcp-hotfix-backup-20270101T000000000Z-0123456789abcdef"));

    repairOf(file).undo();

    assertThat(file).hasContent(OLD);
    assertThat(old).exists();
  }

  @Test
  void undoesNothingWithoutABackup() {
    folder.write("the records.json.mcp-hotfix-backup-by-hand", "{}");

    assertThatThrownBy(() -> repairOf(file).undo())
        .hasMessageContaining("no backup of a repair beside it");
  }

  private Path replace(String before, String after) {
    return replace(Author.REPAIR, before, after);
  }

  private Path replace(Author author, String before, String after) {
    return new FileReplacement(file, author, () -> now)
        .replace(before.getBytes(UTF_8), after.getBytes(UTF_8));
  }

  private Path sibling(String name) {
    return file.resolveSibling(name);
  }

  private static FileReplacement repairOf(Path path) {
    return new FileReplacement(path, Author.REPAIR);
  }

  private String modeOf(String name) {
    try {
      return PosixFilePermissions.toString(
          Files.getPosixFilePermissions(folder.path().resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Stranger(String getName) implements UserPrincipal {}
}
