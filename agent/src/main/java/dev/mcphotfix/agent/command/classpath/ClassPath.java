package dev.mcphotfix.agent.command.classpath;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The class files of an application. Of several with one name the first counts, as for the JVM. No
 * class is loaded.
 */
public final class ClassPath implements Closeable {

  private static final String SUFFIX = ".class";

  private final List<ClassSource> sources;
  private final Map<String, Source> sourceOf = new LinkedHashMap<>();

  private ClassPath(List<ClassSource> sources) {
    this.sources = sources;
  }

  /**
   * Opens jars, folders, and the jars that these name or hold.
   *
   * @param paths each a path list as {@code java -cp} takes it
   * @throws IOException whose message says which entry cannot be read, and why
   */
  public static ClassPath open(List<String> paths) throws IOException {
    ClassPath classPath = new ClassPath(new ClassPathReader().read(paths));
    try {
      classPath.index();
    } catch (IOException | UncheckedIOException e) {
      classPath.close();
      throw e;
    }
    return classPath;
  }

  private void index() throws IOException {
    for (ClassSource source : sources) {
      Source loader = new Source(source.name());
      for (String name : source.classNames()) {
        sourceOf.putIfAbsent(name, loader);
      }
      loader.source = source;
    }
  }

  /** Internal names of all classes, in the order of the class path. */
  public Set<String> classNames() {
    return sourceOf.keySet();
  }

  /** How many jars and folders there are. */
  public int size() {
    return sources.size();
  }

  /**
   * Names the jar or folder of a class and shows the class files of all; null where there is no
   * such class.
   */
  public @Nullable ClassLoader loader(String className) {
    return sourceOf.get(className);
  }

  public byte @Nullable [] read(String className) throws IOException {
    Source source = sourceOf.get(className);
    return source == null || source.source == null ? null : source.source.read(className);
  }

  @Override
  public void close() throws IOException {
    for (ClassSource source : sources) {
      source.close();
    }
  }

  /** What stands for the loader of the classes of one jar or folder, and carries its name. */
  private final class Source extends ClassLoader {

    private @Nullable ClassSource source;

    Source(String name) {
      super(name, ClassLoader.getPlatformClassLoader());
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      try {
        byte[] found =
            name.endsWith(SUFFIX)
                ? ClassPath.this.read(name.substring(0, name.length() - SUFFIX.length()))
                : null;
        return found == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(found);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
