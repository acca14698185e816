package dev.mcphotfix.agent.command.file;

import dev.mcphotfix.agent.command.terminal.FileFailure;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** The bytes of a file that may be replaced, as they were at one moment. */
public final class FileSnapshot {

  /** Bytes; a store of credentials has a few thousand. */
  private static final int LARGEST = 8 << 20;

  private final Path file;
  private final byte[] bytes;

  private FileSnapshot(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * Reads the file.
   *
   * @throws UnusableInputException where the file is not there, or is none that can be replaced by
   *     another one of the same name
   */
  public static FileSnapshot of(Path file) {
    check(file);
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new UnusableInputException(file, "larger than 8 MiB; is this the right file?");
      }
      return new FileSnapshot(file, bytes);
    } catch (NoSuchFileException e) {
      throw new UnusableInputException(file, "no such file; correct the path");
    } catch (AccessDeniedException e) {
      throw new UnusableInputException(file, "cannot be read; run this as the file's owner");
    } catch (IOException e) {
      throw new UnusableInputException(file, "cannot be read: " + FileFailure.words(e));
    }
  }

  public Path file() {
    return file;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  boolean holds(byte[] content) {
    return Arrays.equals(bytes, content);
  }

  private static void check(Path file) {
    if (Files.isSymbolicLink(file)) {
      throw new UnusableInputException(
          file, "a symbolic link; name the file that it points to" + target(file));
    }
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new UnusableInputException(file, "a directory; name the file in it");
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new UnusableInputException(file, "not a regular file; name the file with the records");
    }
    if (links(file) > 1) {
      throw new UnusableInputException(
          file,
          "has another name too (a hard link), which would keep the old content;"
              + " remove the other name first");
    }
  }

  private static String target(Path link) {
    try {
      return ", " + link.toRealPath();
    } catch (IOException e) {
      return "";
    }
  }

  /** Only Unix tells. */
  private static int links(Path file) {
    try {
      Object links = Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
      return links instanceof Integer count ? count : 1;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return 1;
    }
  }
}
