package dev.mcphotfix.agent.command.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.command.credential.CredentialFile;
import dev.mcphotfix.agent.command.repair.CredentialFolder;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsFileReplacementTest {

  private static final String OLD = "{\"old\": \"é\"}\r\n";
  private static final String NEW = "{\"new\": \"é\"}\r\n";
  private static final String HOME = "C:\\Users\\Jörg Müller\\AppData";

  private final WindowsDisk disk = new WindowsDisk("owner", "dos", "acl");

  @AfterEach
  void close() throws IOException {
    disk.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {HOME, "C:\\creds", "D:\\a,b = c;d", "\\\\server\\share\\Users\\joerg"})
  void replacesAFileWhereverItIsAndUndoesIt(String folder) throws IOException {
    Path file = written(disk, folder + "\\creds.json", OLD);

    Path backup = replace(file);
    assertThat(Files.readString(file)).isEqualTo(NEW);
    assertThat(Files.readString(backup)).isEqualTo(OLD);

    repairOf(file).undo();
    assertThat(Files.readString(file)).isEqualTo(OLD);
    assertThat(names(file)).containsExactly("creds.json");
  }

  @Test
  void knowsItsBackupByANameInAnotherCase() throws IOException {
    Path file = written(disk, HOME + "\\creds.json", OLD);
    replace(file);

    repairOf(file.resolveSibling("CREDS.json")).undo();

    assertThat(Files.readString(file)).isEqualTo(OLD);
    assertThat(names(file)).hasSize(1);
  }

  @Test
  void takesNoBackupForThatOfAFileWithALongerName() throws IOException {
    Path file = written(disk, HOME + "\\creds.json", OLD);
    Path other = written(disk, HOME + "\\my creds.json", OLD);
    replace(other);

    assertThatThrownBy(() -> repairOf(file).undo()).hasMessageContaining("nothing left to undo");
    assertThat(Files.readString(other)).isEqualTo(NEW);
  }

  @Test
  void letsNobodyReadTheBackupWhoMayNotReadTheFile() throws IOException {
    Path file = written(disk, HOME + "\\creds.json", OLD);
    List<AclEntry> list = List.of(entry(file));
    list(file).setAcl(list);

    Path backup = replace(file);

    assertThat(list(backup).getAcl()).isEqualTo(list);
    assertThat(list(file).getAcl()).isEqualTo(list);
  }

  @Test
  void replacesAFileOfADiskThatKnowsNoOwners() throws IOException {
    try (WindowsDisk stick = new WindowsDisk()) {
      Path file = written(stick, "D:\\creds.json", OLD);

      Path backup = replace(file);

      assertThat(Files.readString(file)).isEqualTo(NEW);
      assertThat(Files.readString(backup)).isEqualTo(OLD);
    }
  }

  @Test
  void leavesAFileAloneThatAProgramHoldsOpen() throws IOException {
    Path file = written(disk, HOME + "\\creds.json", OLD);
    disk.holdOpen(file);

    assertThatThrownBy(() -> replace(file))
        .isInstanceOf(UnusableInputException.class)
        .hasMessage(
            file
                + ": was left as it is: a program holds it open, or it is read-only; close the"
                + " client and run this again");
    assertThat(Files.readString(file)).isEqualTo(OLD);
    assertThat(names(file)).containsExactly("creds.json");
  }

  @Test
  void saysThatAProgramHoldsItForItself() throws IOException {
    Path file = written(disk, HOME + "\\creds.json", OLD);
    disk.holdAlone(file);

    assertThatThrownBy(() -> replace(file))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining(file + ": cannot be read: ")
        .hasMessageContaining("it is being used by another process");
    assertThat(names(file)).containsExactly("creds.json");
  }

  @Test
  void saysThatTheUndoneRepairHasLeftItsBackup() throws IOException {
    Path file = written(disk, HOME + "\\creds.json", OLD);
    Path backup = replace(file);
    disk.holdOpen(backup);

    assertThatThrownBy(() -> repairOf(file).undo())
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("is as it was before the repair, but " + backup.getFileName())
        .hasMessageEndingWith("delete it yourself");
    assertThat(Files.readString(file)).isEqualTo(OLD);
  }

  @Test
  void namesTheCopyCommandOfItsSystem() throws IOException {
    Path file = written(disk, HOME + "\\creds.json", OLD);
    Path backup = replace(file);
    String older = backup.getFileName().toString().replace("-repair", "");
    Files.move(backup, backup.resolveSibling(older));

    assertThatThrownBy(() -> repairOf(file).undo())
        .hasMessageEndingWith("copy /Y \"%s\\%s\" \"%s\"".formatted(file.getParent(), older, file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF"})
  void healsARecordAndKeepsTheLinesOfWindows(String mark) throws IOException {
    String text =
        mark
            + "{\r\n  \"example-server\": {\r\n    \"refresh_token\": \"r\",\r\n"
            + "    \"serverUrl\": \"https://mcp.example.com/mcp\"\r\n  }\r\n}\r\n";
    Path file = written(disk, HOME + "\\creds.json", text);
    CredentialFolder folder = CredentialFolder.of(disk.path(HOME));

    CredentialFile records = folder.open("creds.json");
    folder.heal(records);
    records.write(Author.REPAIR);

    String healed = Files.readString(file);
    assertThat(healed).startsWith(mark + "{\r\n").contains(CredentialFolder.ID).endsWith("}\r\n");
    assertThat(healed.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
  }

  private static Path written(WindowsDisk disk, String name, String text) throws IOException {
    Path file = disk.path(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Path replace(Path file) {
    return repairOf(file).replace(OLD.getBytes(UTF_8), NEW.getBytes(UTF_8));
  }

  private static FileReplacement repairOf(Path file) {
    return new FileReplacement(file, Author.REPAIR);
  }

  private static List<String> names(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.map(each -> each.getFileName().toString()).toList();
    }
  }

  private static AclFileAttributeView list(Path file) {
    return Objects.requireNonNull(Files.getFileAttributeView(file, AclFileAttributeView.class));
  }

  private static AclEntry entry(Path file) throws IOException {
    return AclEntry.newBuilder()
        .setType(AclEntryType.ALLOW)
        .setPrincipal(Files.getOwner(file))
        .setPermissions(AclEntryPermission.READ_DATA)
        .build();
  }
}
