package dev.mcphotfix.agent.command.file;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file system of a {@link WindowsDisk}, whose paths lead to it and not to the memory below. */
final class WindowsDiskFiles extends FileSystem {

  private final WindowsDisk disk;

  WindowsDiskFiles(WindowsDisk disk) {
    this.disk = disk;
  }

  static Path path(Path real, FileSystem shown) {
    return (Path)
        Proxy.newProxyInstance(
            WindowsDiskFiles.class.getClassLoader(),
            new Class<?>[] {Path.class},
            new Shown(real, shown));
  }

  static Path real(Path path) {
    return path instanceof Proxy proxy && Proxy.getInvocationHandler(proxy) instanceof Shown shown
        ? shown.real
        : path;
  }

  static DirectoryStream<Path> stream(List<Path> paths) {
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return paths.iterator();
      }

      @Override
      public void close() {}
    };
  }

  /** Does what the path below does, with paths of its own. */
  private record Shown(Path real, FileSystem shown) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getName().equals("getFileSystem")) {
        return shown;
      }
      Object[] given = arguments == null ? new Object[0] : arguments.clone();
      for (int i = 0; i < given.length; i++) {
        given[i] = given[i] instanceof Path path ? WindowsDiskFiles.real(path) : given[i];
      }
      try {
        Object answer = method.invoke(real, given);
        return answer instanceof Path path ? path(path, shown) : answer;
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  @Override
  public FileSystemProvider provider() {
    return disk;
  }

  @Override
  public Path getPath(String first, String... more) {
    return disk.wrapped(disk.memory().getPath(first, more));
  }

  @Override
  public String getSeparator() {
    return disk.memory().getSeparator();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return disk.memory().supportedFileAttributeViews();
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return disk.memory().getUserPrincipalLookupService();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    throw new UnsupportedOperationException();
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    throw new UnsupportedOperationException();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() throws IOException {
    disk.close();
  }
}
