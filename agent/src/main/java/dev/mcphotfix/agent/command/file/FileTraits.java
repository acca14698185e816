package dev.mcphotfix.agent.command.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with a file: owner, group and mode, or the access control list.
 *
 * @param owner null where the file system has none
 * @param group null where the file system has none
 * @param acl null where there is a mode instead
 */
record FileTraits(
    @Nullable UserPrincipal owner,
    @Nullable GroupPrincipal group,
    Set<PosixFilePermission> mode,
    @Nullable List<AclEntry> acl) {

  private static final Set<PosixFilePermission> PRIVATE =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  static FileTraits of(Path file) throws IOException {
    PosixFileAttributeView posix = posix(file);
    if (posix != null) {
      PosixFileAttributes attributes = posix.readAttributes();
      return new FileTraits(attributes.owner(), attributes.group(), attributes.permissions(), null);
    }
    AclFileAttributeView acl = view(file, AclFileAttributeView.class);
    return new FileTraits(owner(file), null, Set.of(), acl == null ? null : acl.getAcl());
  }

  /** What makes a new file readable and writable for its owner alone, where modes are known. */
  static FileAttribute<?>[] ownersOnly(Path folder) {
    return posix(folder) == null
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PRIVATE)};
  }

  /**
   * Gives these traits to a file of the same owner.
   *
   * @throws IOException where the file has another owner, which only an administrator could change
   */
  void give(Path file) throws IOException {
    if (stranger(file) != null) {
      throw new IOException("another owner");
    }
    PosixFileAttributeView posix = posix(file);
    if (posix != null && group != null) {
      if (!group.equals(posix.readAttributes().group())) {
        posix.setGroup(group);
      }
      posix.setPermissions(mode);
    }
    giveList(file);
  }

  /** Gives a file the access control list, else it has what its folder hands down. */
  void giveList(Path file) throws IOException {
    AclFileAttributeView list = view(file, AclFileAttributeView.class);
    if (acl != null && list != null) {
      list.setAcl(acl);
    }
  }

  /** The owner, if a file has another one; else null. */
  @Nullable UserPrincipal stranger(Path file) throws IOException {
    return owner == null || owner.equals(owner(file)) ? null : owner;
  }

  private static @Nullable UserPrincipal owner(Path file) throws IOException {
    FileOwnerAttributeView view = view(file, FileOwnerAttributeView.class);
    return view == null ? null : view.getOwner();
  }

  private static @Nullable PosixFileAttributeView posix(Path file) {
    return view(file, PosixFileAttributeView.class);
  }

  private static <V extends FileOwnerAttributeView> @Nullable V view(Path file, Class<V> type) {
    return Files.getFileAttributeView(file, type, LinkOption.NOFOLLOW_LINKS);
  }
}
