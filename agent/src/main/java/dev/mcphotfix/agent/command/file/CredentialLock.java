package dev.mcphotfix.agent.command.file;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two commands from replacing one file at a time. The system lets go of it when the process
 * ends, however it ends; a lock file that stays behind locks nothing.
 */
record CredentialLock(Path path, FileChannel channel) implements AutoCloseable {

  private static final String SUFFIX = ".mcp-hotfix-lock";

  /**
   * @throws UnusableInputException where another command has it
   */
  static CredentialLock take(Path file) throws IOException {
    Path path = file.resolveSibling(file.getFileName() + SUFFIX);
    FileChannel channel =
        FileChannel.open(
            path,
            Set.of(CREATE, WRITE, LinkOption.NOFOLLOW_LINKS),
            FileTraits.ownersOnly(Backup.folder(path)));
    CredentialLock lock = new CredentialLock(path, channel);
    if (lock.taken()) {
      return lock;
    }
    channel.close();
    throw new UnusableInputException(file, "another command is changing it; wait for it to end");
  }

  /** Whoever had it before may have deleted the file that was just opened; then it is no lock. */
  private boolean taken() throws IOException {
    if (locked() == null) {
      return false;
    }
    String mine = UUID.randomUUID().toString();
    channel.truncate(0).write(StandardCharsets.US_ASCII.encode(mine), 0);
    ByteBuffer there = ByteBuffer.allocate(mine.length());
    try (FileChannel named = FileChannel.open(path, LinkOption.NOFOLLOW_LINKS)) {
      named.read(there, 0);
    }
    return mine.equals(StandardCharsets.US_ASCII.decode(there.flip()).toString());
  }

  /** Far behind the text: where locks are mandatory, the text can be read all the same. */
  private @Nullable FileLock locked() throws IOException {
    try {
      return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** What could not be deleted locks nothing. */
  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // The file was replaced, or left, all the same.
    }
  }
}
