package dev.mcphotfix.agent.command.file;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A file system in memory with the rules of Windows: drives, a share, names in any case, no modes,
 * and files that a program holds open, which nobody can replace, delete or, if the program wants
 * them for itself, read.
 */
public final class WindowsDisk extends FileSystemProvider implements AutoCloseable {

  private static final String SHARING_VIOLATION =
      "The process cannot access the file because it is being used by another process";

  private final FileSystem memory;
  private final FileSystem shown = new WindowsDiskFiles(this);
  private final Set<Path> open = new HashSet<>();
  private final Set<Path> exclusive = new HashSet<>();

  /**
   * An empty one.
   *
   * @param views what it knows of a file, as {@code acl} on NTFS and only {@code basic} on FAT
   */
  public WindowsDisk(String... views) {
    memory =
        Jimfs.newFileSystem(
            Configuration.windows().toBuilder()
                .setRoots("C:\\", "D:\\", "\\\\server\\share\\")
                .setAttributeViews("basic", views)
                .build());
  }

  /** The path of that text. */
  public Path path(String text) {
    return wrapped(memory.getPath(text));
  }

  /** A program has it open, as most do: others may read it. */
  public void holdOpen(Path file) {
    open.add(real(file).toAbsolutePath());
  }

  /** A program has it open and lets nobody read it. */
  public void holdAlone(Path file) {
    holdOpen(file);
    exclusive.add(real(file).toAbsolutePath());
  }

  FileSystem memory() {
    return memory;
  }

  Path wrapped(Path path) {
    return WindowsDiskFiles.path(path, shown);
  }

  private static Path real(Path path) {
    return WindowsDiskFiles.real(path);
  }

  private FileSystemProvider provider() {
    return memory.provider();
  }

  private void refuse(Set<Path> held, Path file) throws IOException {
    if (held.contains(real(file).toAbsolutePath())) {
      throw new FileSystemException(file.toString(), null, SHARING_VIOLATION);
    }
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    refuse(open, source);
    if (open.contains(real(target).toAbsolutePath())) {
      throw new AccessDeniedException(source.toString(), target.toString(), null);
    }
    provider().move(real(source), real(target), replacing(options));
  }

  /** A move in one step replaces what is there; the memory wants that to be said. */
  private static CopyOption[] replacing(CopyOption... options) {
    return List.of(options).contains(StandardCopyOption.ATOMIC_MOVE)
        ? new CopyOption[] {StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING}
        : options;
  }

  @Override
  public void delete(Path path) throws IOException {
    refuse(open, path);
    provider().delete(real(path));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    refuse(exclusive, path);
    return provider().newByteChannel(real(path), options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    refuse(exclusive, path);
    return provider().newFileChannel(real(path), options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    try (DirectoryStream<Path> paths = provider().newDirectoryStream(real(folder), filter)) {
      return WindowsDiskFiles.stream(
          StreamSupport.stream(paths.spliterator(), false).map(this::wrapped).toList());
    }
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    provider().createDirectory(real(folder), attributes);
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    provider().copy(real(source), real(target), options);
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return provider().isSameFile(real(path), real(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return provider().isHidden(real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return provider().getFileStore(real(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    provider().checkAccess(real(path), modes);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return provider().getFileAttributeView(real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return provider().readAttributes(real(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return provider().readAttributes(real(path), attributes, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    provider().setAttribute(real(path), attribute, value, options);
  }

  @Override
  public String getScheme() {
    return "windows";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return shown;
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() throws IOException {
    memory.close();
  }
}
