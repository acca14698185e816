package dev.mcphotfix.agent.command.file;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * A new file in the folder of another one, for its owner's eyes only, until it gets its place in
 * one step. Deleted where it gets none.
 */
record TemporaryFile(Path path) implements AutoCloseable {

  private static final String SUFFIX = ".mcp-hotfix-tmp";

  /**
   * Makes it, empty. One that a crash has left is replaced: only who has the lock makes any.
   *
   * @param traits of the file that it is for
   * @throws UnusableInputException where that file has another owner than new files get
   */
  static TemporaryFile beside(Path file, FileTraits traits) throws IOException {
    Path path = file.resolveSibling(file.getFileName() + SUFFIX);
    Files.deleteIfExists(path);
    FileChannel.open(path, Set.of(CREATE_NEW, WRITE), FileTraits.ownersOnly(Backup.folder(file)))
        .close();
    UserPrincipal stranger = traits.stranger(path);
    if (stranger != null) {
      Files.delete(path);
      throw new UnusableInputException(
          file, "belongs to " + stranger.getName() + "; run this command as that user");
    }
    return new TemporaryFile(path);
  }

  /** Writes the content through to the disk. */
  void fill(byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(path, WRITE)) {
      write(channel, ByteBuffer.wrap(content));
      channel.force(true);
    }
  }

  /** Gives it that name, in one step, and through to the disk. */
  void moveTo(Path place) throws IOException {
    try {
      Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new UnusableInputException(
          place,
          "its file system cannot replace a file in one step; copy it to another one,"
              + " repair it there, and copy it back");
    } catch (FileSystemException e) {
      if (isWindows(place)) {
        throw heldOpen(place);
      }
      throw e;
    }
    try (FileChannel folder = FileChannel.open(Backup.folder(place), READ)) {
      folder.force(true);
    } catch (IOException e) {
      // Windows opens no folder, and keeps the order of such changes by itself.
    }
  }

  static boolean isWindows(Path file) {
    return file.getFileSystem().getSeparator().equals("\\");
  }

  /** The folder is not the reason: the new file could be made in it. */
  private static UnusableInputException heldOpen(Path place) {
    return new UnusableInputException(
        place,
        "was left as it is: a program holds it open, or it is read-only; close the client and run"
            + " this again");
  }

  private static void write(FileChannel channel, ByteBuffer content) throws IOException {
    while (content.hasRemaining()) {
      channel.write(content);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
