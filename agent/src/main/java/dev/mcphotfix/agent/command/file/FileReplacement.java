package dev.mcphotfix.agent.command.file;

import dev.mcphotfix.agent.command.terminal.FileFailure;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Gives a file new content, as a whole or not at all: whoever reads it, at whatever moment, and
 * however this process ends, gets the old bytes or the new ones.
 *
 * <p>A file that changed since it was read is not overwritten. Owner, group and mode stay.
 *
 * @param author the command that replaces the file, and may undo what it did itself
 */
public record FileReplacement(Path file, Author author, InstantSource clock) {

  /** For a file that may not be there: that is told when it is to be replaced. */
  public FileReplacement(Path file, Author author) {
    this(file, author, InstantSource.system());
  }

  /**
   * Writes the new bytes, and a backup beside the file first.
   *
   * @param before what was read, and is still there
   * @return the backup, which holds these bytes
   * @throws UnusableInputException where the file is left as it is
   */
  public Path replace(byte[] before, byte[] after) {
    return locked(
        () -> {
          expect(before);
          FileTraits traits = FileTraits.of(file);
          Backup kept = Backup.same(file, author, before, after);
          Backup backup = kept == null ? backedUp(before, after, traits) : kept;
          try {
            write(after, before, traits);
          } catch (UnusableInputException | IOException e) {
            discard(backup);
            throw e;
          }
          return backup.path();
        });
  }

  /**
   * Puts the bytes of this command's newest backup back and deletes the backup.
   *
   * @return the backup that was used
   * @throws UnusableInputException where it made none, or the file is not what it wrote then
   */
  public Path undo() {
    return locked(
        () -> {
          FileSnapshot current = FileSnapshot.of(file);
          Backup newest = newest();
          byte[] before = FileSnapshot.of(newest.path()).bytes();
          if (newest.precedes(author, current.bytes())) {
            write(before, current.bytes(), FileTraits.of(file));
          } else if (!current.holds(before)) {
            throw changedSince(newest);
          }
          delete(newest);
          return newest.path();
        });
  }

  /** Why nothing was written is what counts; a backup that stays is used by the next try. */
  private static void discard(Backup backup) {
    try {
      Files.deleteIfExists(backup.path());
    } catch (IOException held) {
      return;
    }
  }

  private void delete(Backup used) {
    try {
      Files.delete(used.path());
    } catch (IOException e) {
      throw new UnusableInputException(
          file,
          "is as it was before the repair, but %s cannot be deleted (%s); it has the same secrets"
                  .formatted(used.path().getFileName(), FileFailure.words(e))
              + " in it: delete it yourself");
    }
  }

  private Backup newest() throws IOException {
    Backup unknown = null;
    for (Backup backup : Backup.of(file)) {
      if (backup.isBy(author)) {
        return backup;
      }
      unknown = unknown == null && backup.isByUnknown() ? backup : unknown;
    }
    throw unknown == null
        ? new UnusableInputException(file, "nothing left to undo: no backup of a repair beside it")
        : byUnknown(unknown);
  }

  private UnusableInputException byUnknown(Backup backup) {
    return new UnusableInputException(
        file,
        """
        %s was made by an older version and does not say by which command, so it is not put back; \
        its refresh token may be used up. To have it all the same, close the client and run %s \
        "%s" "%s"\
        """
            .formatted(
                backup.path().getFileName(),
                TemporaryFile.isWindows(file) ? "copy /Y" : "cp",
                backup.path(),
                file));
  }

  private UnusableInputException changedSince(Backup backup) {
    return new UnusableInputException(
        file,
        """
        changed since the repair, so it is left as it is; its refresh token may be newer than the \
        one in %s. To have the old one back all the same, copy that over it\
        """
            .formatted(backup.path().getFileName()));
  }

  private Backup backedUp(byte[] before, byte[] after, FileTraits traits) throws IOException {
    Backup backup = Backup.named(file, author, clock.instant(), after);
    try (TemporaryFile copy = TemporaryFile.beside(file, traits)) {
      traits.giveList(copy.path());
      copy.fill(before);
      copy.moveTo(backup.path());
    }
    return backup;
  }

  private void write(byte[] content, byte[] before, FileTraits traits) throws IOException {
    try (TemporaryFile replacement = TemporaryFile.beside(file, traits)) {
      traits.give(replacement.path());
      replacement.fill(content);
      expect(before);
      replacement.moveTo(file);
    }
  }

  private void expect(byte[] before) {
    if (!FileSnapshot.of(file).holds(before)) {
      throw new UnusableInputException(
          file,
          "changed while this command ran and was left as it is;"
              + " close the client and run it again");
    }
  }

  private interface Work {
    Path run() throws IOException;
  }

  private Path locked(Work work) {
    FileSnapshot.of(file);
    try {
      CredentialLock lock = CredentialLock.take(file);
      try {
        return work.run();
      } finally {
        lock.close();
      }
    } catch (IOException e) {
      throw new UnusableInputException(
          file,
          "cannot be replaced (%s); look at the folder's permissions and free space"
              .formatted(FileFailure.words(e)));
    }
  }
}
