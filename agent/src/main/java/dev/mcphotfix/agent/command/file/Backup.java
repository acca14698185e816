package dev.mcphotfix.agent.command.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a file had before it was replaced. Its name says when that was, by which command
 * and, by the start of a SHA-256, what was written then.
 */
record Backup(Path path) {

  private static final String MARK = ".mcp-hotfix-backup-";
  private static final Pattern REST = Pattern.compile("\\d{8}T\\d{9}Z(-[a-z]+)?-[0-9a-f]{16}");
  private static final int TIME_LENGTH = "20260131T120000123Z".length();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The backup to be made now, for a file that is about to hold these bytes. */
  static Backup named(Path file, Author author, Instant now, byte[] written) {
    String name = file.getFileName() + MARK + TIME.format(now) + end(author, written);
    return new Backup(file.resolveSibling(name));
  }

  /** All backups of the file, the newest first. */
  static List<Backup> of(Path file) throws IOException {
    List<Backup> backups = new ArrayList<>();
    try (DirectoryStream<Path> folder = Files.newDirectoryStream(folder(file))) {
      for (Path path : folder) {
        String name = path.getFileName().toString();
        int mark = name.lastIndexOf(MARK);
        if (mark > 0
            && file.getFileSystem().getPath(name.substring(0, mark)).equals(file.getFileName())
            && REST.matcher(name.substring(mark + MARK.length())).matches()
            && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          backups.add(new Backup(file.resolveSibling(name)));
        }
      }
    }
    backups.sort(Comparator.comparing((Backup backup) -> backup.path.toString()).reversed());
    return backups;
  }

  /** A backup of the same bytes before the same change, which a crash may have left; or null. */
  static @Nullable Backup same(Path file, Author author, byte[] before, byte[] written)
      throws IOException {
    for (Backup backup : of(file)) {
      if (backup.precedes(author, written) && FileSnapshot.of(backup.path).holds(before)) {
        return backup;
      }
    }
    return null;
  }

  /** Whether that command made it right before it wrote these bytes. */
  boolean precedes(Author author, byte[] written) {
    return path.toString().endsWith(end(author, written));
  }

  boolean isBy(Author author) {
    return between().equals('-' + author.word());
  }

  /** Whether it is of a version whose backups did not say which command made them. */
  boolean isByUnknown() {
    return between().isEmpty();
  }

  /** What stands between the time and the last digits. */
  private String between() {
    String name = path.toString();
    int digits = name.lastIndexOf('-');
    return name.substring(name.lastIndexOf(MARK) + MARK.length() + TIME_LENGTH, digits);
  }

  private static String end(Author author, byte[] written) {
    return '-' + author.word() + '-' + digits(written);
  }

  static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("a file has a folder");
    }
    return folder;
  }

  private static String digits(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
